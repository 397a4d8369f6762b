import browser from 'webextension-polyfill';
import { now, today } from '../../browser/clock.ts';
import { comparisonSide, comparisonUrl, methodologyUrl, successorUrl } from '../../browser/pages.ts';
import { isWatched, watch } from '../../browser/user-data/watch-list.ts';
import { expiredOn } from '../../catalog/feed/verify-manifest.ts';
import { whoseVerdict } from '../../catalog/verdict-of.ts';
import { factViews } from '../../catalog/fact-views.ts';
import { headingOf, verdictText } from '../../catalog/headline.ts';
import { comparisonMarkdown, toolMarkdown } from '../../catalog/markdown.ts';
import { claims, elsewhere } from '../../catalog/claims.ts';
import { knownTrouble } from '../../catalog/known-trouble.ts';
import { onPage } from '../../catalog/on-page.ts';
import { pageFindings } from '../../catalog/page-findings.ts';
import { scorecard } from '../../catalog/scorecard.ts';
import { statusOf, successorTool } from '../../catalog/status.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Facts } from '../../components/Facts.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { KnownTrouble } from '../../components/KnownTrouble.tsx';
import { EnableBadge, NoBadgeHere } from '../../components/BadgeSwitches.tsx';
import { Part } from '../../components/Part.tsx';
import { Scorecard } from '../../components/Scorecard.tsx';
import { ShortComparison } from '../../components/ShortComparison.tsx';
import { WatchButton } from '../../components/WatchButton.tsx';
import product from '../../product.json' with { type: 'json' };
import { canShowBadge } from '../../sites/index.ts';
import { DismissHere } from './DismissHere.tsx';
import type { FrameProps, VerdictHere } from './ToolFrame.tsx';
import { chooseRival, dismissal, enableBadge, isUnread, loadRivals, showSearch, showTool } from './state.ts';
import { facts, type ToolState } from './view.ts';

/** All of one tool in the popup: verdict, facts, rival, scorecard. */
export function toolParts(state: ToolState): FrameProps {
  const { tool, rival, page, catalog, here } = state;
  const hasBadge = canShowBadge(page.url ?? '');
  return {
    heading: headingOf(tool, catalog.reference),
    successor: openSuccessor(state),
    verdictHere: () => verdictHere(state),
    buttons: <Buttons state={state} />,
    above: here && hasBadge && dismissal.value.wasDismissed && <DismissHere state={state} here={here} />,
    below: (
      <>
        {here && hasBadge && !dismissal.value.wasDismissed && <DismissHere state={state} here={here} />}
        {here && !hasBadge && <NoBadgeHere host={page.host!} />}
        {hasBadge && state.badgeDisabled && (
          <EnableBadge host={page.host!} onAllow={() => void enableBadge(page)} />
        )}
        <Details state={state} />
      </>
    ),
    footer: (
      <>
        <a class="btn main" href={comparisonUrl(comparisonSide(tool), rival?.id)} target="_blank">
          {rival ? 'Compare in detail' : 'Compare with…'}
        </a>
        <CopyButton label="Copy summary" text={() => summary(state)} />
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
      <IconButton icon="options" label="Settings" onClick={() => void browser.runtime.openOptionsPage()} />
    </>
  );
}

function Details({ state }: { state: ToolState }) {
  const { tool, rival, rivals, catalog } = state;
  const { reference } = catalog;
  return (
    <>
      <Part name="Known trouble" render={() => <KnownTrouble trouble={troubleHere(state)} />} />
      <Part
        name="The facts"
        render={() => (
          <Facts
            facts={factViews(tool, reference, today())}
            claims={claims(tool)}
            today={today()}
            correction={{ tool, issues: product.issues }}
          />
        )}
      />
      <Part
        key={rival?.id}
        name="The comparison"
        render={() => (
          <ShortComparison
            tool={tool}
            rival={rival}
            rivals={rivals}
            reference={reference}
            today={today()}
            onChoosing={() => void loadRivals()}
            onRival={(id) => void chooseRival(id)}
          />
        )}
      />
      <Part
        name="The reviews"
        render={() => (
          <Scorecard
            takes={scorecard(tool, reference.reviewers)}
            elsewhere={elsewhere(tool)}
            methodology={methodologyUrl()}
            from={tool.from}
            whose={whoseVerdict(tool)}
          />
        )}
      />
    </>
  );
}

/** A tool of the catalog opens here, another page in a tab. */
function openSuccessor(state: ToolState): FrameProps['successor'] {
  const { tool } = state;
  const status = statusOf(tool);
  const next = successorTool(status);
  if (next === undefined) return { href: successorUrl(tool.id, status) };
  return status?.name === undefined ? {} : { onOpen: () => void showTool(next, state) };
}

/** What is known against the version that the page shows, or else against the latest one. */
function troubleHere({ tool, here }: ToolState) {
  const version = here && facts.value?.version;
  return knownTrouble(onPage(tool, here), version === undefined ? undefined : { version, page: here });
}

function verdictHere({ tool, layer, catalog, here }: ToolState): VerdictHere {
  return {
    verdict: verdictText(tool),
    findings: here ? pageFindings(tool, facts.value ?? {}, here, catalog.reference) : [],
    expired: expiredOn(layer, now()),
    before: here && isUnread.value && `${product.name} can’t read this page; the verdict is for its address.`,
  };
}

function summary({ tool, rival, catalog: { reference } }: ToolState): string {
  return [
    toolMarkdown(tool, reference, today()),
    rival && comparisonMarkdown(tool, rival, reference, today()),
  ]
    .filter(Boolean)
    .join('\n');
}
