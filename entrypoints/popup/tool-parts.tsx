import type { ComponentChildren } from 'preact';
import { now, today } from '../../browser/clock.ts';
import { comparisonSide, comparisonUrl, methodologyUrl, successorUrl, toolUrl } from '../../browser/pages.ts';
import { isWatched, watch } from '../../browser/user-data/watch-list.ts';
import { bandsOf, type Band } from '../../catalog/bands.ts';
import { claims, elsewhere } from '../../catalog/claims.ts';
import { expiredOn } from '../../catalog/feed/verify-manifest.ts';
import { factGrid } from '../../catalog/fact-grid.ts';
import { factViews } from '../../catalog/fact-views.ts';
import { headingOf, verdictText } from '../../catalog/headline.ts';
import { knownTrouble } from '../../catalog/known-trouble.ts';
import { comparisonMarkdown, toolMarkdown } from '../../catalog/markdown.ts';
import { onPage } from '../../catalog/on-page.ts';
import { reasonsOf } from '../../catalog/reasons.ts';
import { scorecard } from '../../catalog/scorecard.ts';
import { shortMarkdown } from '../../catalog/short-summary.ts';
import { seatName, type Seat } from '../../catalog/seats.ts';
import { isOver, statusOf, successorTool } from '../../catalog/status.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import { countFromLetters, verdictWord, votesForVerdict } from '../../catalog/verdict.ts';
import { whoseVerdict } from '../../catalog/verdict-of.ts';
import type { AttributedTool } from '../../catalog/whose.ts';
import { Alternatives } from '../../components/Alternatives.tsx';
import { AttributedClaims } from '../../components/AttributedClaims.tsx';
import { CopySummary } from '../../components/CopySummary.tsx';
import { FactGrid } from '../../components/FactGrid.tsx';
import { FactList } from '../../components/FactList.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { KnownTrouble } from '../../components/KnownTrouble.tsx';
import { Part } from '../../components/Part.tsx';
import { Reasons } from '../../components/Reasons.tsx';
import { Scorecard } from '../../components/Scorecard.tsx';
import { SeatReview } from '../../components/SeatReview.tsx';
import { tileId } from '../../components/SeatTiles.tsx';
import { StatusNote } from '../../components/StatusNote.tsx';
import { ToolLinks } from '../../components/ToolLinks.tsx';
import { WatchButton } from '../../components/WatchButton.tsx';
import product from '../../product.json' with { type: 'json' };
import { toolLinks } from '../../sites/tool-links.ts';
import { BadgeNotices, NoBadge } from './BadgeHere.tsx';
import { Menu } from './Menu.tsx';
import type { FrameProps, VerdictHere } from './ToolFrame.tsx';
import { chooseRival, isUnread, loadRivals, showSearch, showTool } from './state.ts';
import { facts, openSeat, type ToolState } from './view.ts';

/** All of one tool in the popup, in the order of what people ask: verdict, reasons, facts, alternatives, then the rest folded. */
export function toolParts(state: ToolState): FrameProps {
  const { tool, rival, catalog } = state;
  return {
    heading: headingOf(tool, catalog.reference),
    verdictHere: () => verdictHere(state),
    inPlace: (band) => (band.kind === 'status' ? <StatusBand state={state} /> : undefined),
    seats: seatTiles(state),
    buttons: <Buttons state={state} />,
    links: <ToolLinks links={toolLinks(tool)} />,
    above: <BadgeNotices state={state} />,
    below: (
      <>
        <Details state={state} />
        <NoBadge state={state} />
        <More state={state} />
      </>
    ),
    footer: (
      <>
        <a class="btn main" href={comparisonUrl(comparisonSide(tool), rival?.id)} target="_blank">
          {rival ? 'Compare in detail' : 'Compare with…'}
        </a>
        <CopySummary short={() => shortSummary(state)} full={() => summary(state)} opens="up" />
      </>
    ),
  };
}

function Buttons({ state }: { state: ToolState }) {
  const { tool, page } = state;
  return (
    <>
      <WatchButton
        look="icon"
        tool={{ ...tool, name: tool.variant?.family ?? tool.name }}
        isWatched={isWatched(tool)}
        isPrivate={page.isPrivate}
        onWatch={(isOn) => void watch(tool, isOn, page.isPrivate)}
      />
      <IconButton
        icon="search"
        label="Search tools"
        onClick={() => void showSearch(state, { back: state })}
      />
      <Menu state={state} />
    </>
  );
}

/** The status with a way to what followed: a tool of the catalog opens here, another page in a tab. */
function StatusBand({ state }: { state: ToolState }) {
  const { tool, successor } = state;
  const status = statusOf(tool);
  const next = successorTool(status);
  const way =
    next === undefined
      ? { href: successorUrl(tool.id, status) }
      : status?.name === undefined
        ? {}
        : { onOpen: () => void showTool(next, state) };
  const count = countFromLetters(successor?.votes ?? '');
  return (
    <>
      <StatusNote status={status} {...way} />
      {count && ` (${verdictWord(count)} ${votesForVerdict(count)})`}
    </>
  );
}

function Details({ state }: { state: ToolState }) {
  const { tool, catalog } = state;
  const { reference } = catalog;
  const day = today();
  const correction = { tool, issues: product.issues };
  return (
    <>
      <Part
        name="The reasons"
        render={() => <Reasons reasons={reasonsOf(tool)} bestFor={tool.bestFor?.text} onSeat={showSeat} />}
      />
      <Part
        name="The facts"
        render={() => <FactGrid facts={factGrid(tool, reference, day)} today={day} correction={correction} />}
      />
      <Part key={state.rival?.id} name="The alternatives" render={() => <AlternativesHere state={state} />} />
    </>
  );
}

function AlternativesHere({ state }: { state: ToolState }) {
  const { tool, rival, rivals, alternatives, catalog } = state;
  const isShown = !isOver(tool.facts.status);
  const summary = (each: AttributedTool) => summaryOf(each, catalog.reference, each.from);
  const others = alternatives?.filter(({ id }) => id !== rival?.id) ?? [];
  const isKnown = alternatives?.some(({ id }) => id === rival?.id);
  const all = isKnown ? alternatives : rival ? [summary(rival), ...others] : alternatives;
  return (
    <Alternatives
      tool={isShown ? summary(tool) : undefined}
      alternatives={all?.slice(0, isShown ? 2 : 3)}
      chosen={rival?.id}
      all={rivals}
      reference={catalog.reference}
      href={toolUrl}
      onChoosing={() => void loadRivals()}
      onChoose={(id) => void chooseRival(id)}
    />
  );
}

/** Opens a seat's review and goes there. */
function showSeat(seat: Seat) {
  openSeat.value = seat;
  document.getElementById(tileId(seat))?.focus();
}

function seatTiles({ tool, catalog }: ToolState): FrameProps['seats'] {
  const { reviewers } = catalog.reference;
  const takes = scorecard(tool, reviewers);
  return {
    open: openSeat.value,
    onOpen: (seat) => (openSeat.value = seat),
    review: (seat) => (
      <SeatReview
        seat={reviewers.find(({ id }) => id === seat) ?? { name: seatName(seat), question: '' }}
        take={takes.find(({ id }) => id === seat)}
        whose={whoseVerdict(tool)}
      />
    ),
  };
}
/** What few people ask: every fact, every review, claims and advisories with their sources, each folded. */
function More({ state }: { state: ToolState }) {
  const { tool, catalog } = state;
  const { reference } = catalog;
  const [said, others] = [claims(tool), elsewhere(tool)];
  const trouble = troubleHere(state);
  const correction = { tool, issues: product.issues };
  return (
    <section>
      <header>
        <h2>More</h2>
        <a class="link" href={toolUrl(comparisonSide(tool))} target="_blank">
          All on one page
        </a>
      </header>
      <Fold name="All facts and sources">
        {() => (
          <FactList facts={factViews(tool, reference, today())} today={today()} correction={correction} />
        )}
      </Fold>
      {tool.review && (
        <Fold name="Reviews in full">
          {() => (
            <Scorecard
              takes={scorecard(tool, reference.reviewers)}
              methodology={methodologyUrl()}
              from={tool.from}
              whose={whoseVerdict(tool)}
            />
          )}
        </Fold>
      )}
      {trouble && <Fold name="Known trouble">{() => <KnownTrouble trouble={trouble} />}</Fold>}
      {said.length > 0 && (
        <Fold name="Maker’s claims (not verified)">{() => <AttributedClaims claims={said} />}</Fold>
      )}
      {others.length > 0 && <Fold name="Other panels">{() => <AttributedClaims claims={others} />}</Fold>}
    </section>
  );
}

/** A part that is shut at first; what it holds fails alone. */
function Fold({ name, children }: { name: string; children(): ComponentChildren }) {
  return (
    <details>
      <summary>{name}</summary>
      <Part name={name} render={children} />
    </details>
  );
}

/** What is known against the version that the page shows, or else against the latest one. */
function troubleHere({ tool, here }: ToolState) {
  const version = here && facts.value?.version;
  return knownTrouble(onPage(tool, here), version === undefined ? undefined : { version, page: here });
}

function verdictHere({ tool, layer, catalog, here }: ToolState): VerdictHere {
  const unread: Band[] =
    here && isUnread.value
      ? [{ kind: 'unread', text: `${product.name} can’t read this page; the verdict is for its address.` }]
      : [];
  const bands = bandsOf(tool, catalog.reference, here, facts.value);
  return {
    verdict: verdictText(tool, bands),
    bands: [...unread, ...bands],
    expired: expiredOn(layer, now()),
  };
}

function shortSummary({ tool, rival, catalog: { reference } }: ToolState): string {
  return shortMarkdown(tool, reference, { rival, url: toolLinks(tool)[0]?.url, day: today() });
}

function summary({ tool, rival, catalog: { reference } }: ToolState): string {
  return [
    toolMarkdown(tool, reference, today()),
    rival && comparisonMarkdown(tool, rival, reference, today()),
  ]
    .filter(Boolean)
    .join('\n');
}
