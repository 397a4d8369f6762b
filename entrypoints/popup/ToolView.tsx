import browser from 'webextension-polyfill';
import { now, today } from '../../browser/clock.ts';
import { comparisonUrl, methodologyUrl } from '../../browser/pages.ts';
import { isWatched, watch } from '../../browser/user-data/watch-list.ts';
import { expiredOn } from '../../catalog/feed/verify-manifest.ts';
import { factViews } from '../../catalog/fact-views.ts';
import { comparisonMarkdown, toolMarkdown } from '../../catalog/markdown.ts';
import { claims, elsewhere } from '../../catalog/claims.ts';
import { pageFindings } from '../../catalog/page-findings.ts';
import { jobName } from '../../catalog/reference.ts';
import { scorecard } from '../../catalog/scorecard.ts';
import { isolated, nameWithSource } from '../../catalog/whose.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Facts } from '../../components/Facts.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { EnableBadge, NoBadgeHere } from '../../components/BadgeSwitches.tsx';
import { FindingList, PageFindings } from '../../components/PageFindings.tsx';
import { Part } from '../../components/Part.tsx';
import { Scorecard } from '../../components/Scorecard.tsx';
import { ShortComparison } from '../../components/ShortComparison.tsx';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import { ToolName } from '../../components/ToolName.tsx';
import { FeedNotice, Verdict } from '../../components/Verdict.tsx';
import { WatchButton } from '../../components/WatchButton.tsx';
import product from '../../product.json' with { type: 'json' };
import { canShowBadge } from '../../sites/index.ts';
import { DismissHere } from './DismissHere.tsx';
import {
  chooseRival,
  dismissal,
  enableBadge,
  facts,
  isUnread,
  loadRivals,
  showSearch,
  type ToolState,
} from './state.ts';

/** One tool in the popup: verdict, facts, rival, scorecard. */
export function ToolView({ state }: { state: ToolState }) {
  const { tool, rival, rivals, page, catalog, badgeDisabled, here } = state;
  const { reference } = catalog;
  const hasBadge = canShowBadge(page.url ?? '');
  return (
    <>
      <PopupHeader
        initial={[...tool.name][0] ?? ''}
        title={<ToolName tool={tool} />}
        subtitle={`${isolated(jobName(reference, tool.job))} · by ${isolated(tool.maker)}`}
      >
        <WatchButton
          look="icon"
          tool={tool}
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
      </PopupHeader>
      <div class="scroll" tabIndex={0} role="region" aria-label={`About ${nameWithSource(tool)}`}>
        {here && hasBadge && dismissal.value.wasDismissed && <DismissHere state={state} here={here} />}
        <Part name="The verdict" render={() => <VerdictHere state={state} />} />
        {here && hasBadge && !dismissal.value.wasDismissed && <DismissHere state={state} here={here} />}
        {here && !hasBadge && <NoBadgeHere host={page.host!} />}
        {hasBadge && badgeDisabled && (
          <EnableBadge host={page.host!} onAllow={() => void enableBadge(page)} />
        )}
        <Part
          name="The facts"
          render={() => (
            <Facts
              facts={factViews(tool, reference)}
              claims={claims(tool)}
              today={today()}
              correction={{ tool, issues: product.issues }}
            />
          )}
        />
        {rival && (
          <Part
            key={rival.id}
            name="The comparison"
            render={() => (
              <ShortComparison
                tool={tool}
                rival={rival}
                rivals={rivals}
                reference={reference}
                onChoosing={() => void loadRivals()}
                onRival={(id) => void chooseRival(id)}
              />
            )}
          />
        )}
        <Part
          name="The reviews"
          render={() => (
            <Scorecard
              takes={scorecard(tool, reference.reviewers)}
              elsewhere={elsewhere(tool)}
              methodology={methodologyUrl()}
              from={tool.from}
            />
          )}
        />
      </div>
      <footer>
        <a class="btn main" href={comparisonUrl(tool.id, rival?.id)} target="_blank">
          Compare in detail
        </a>
        <CopyButton
          label="Copy summary"
          text={() =>
            [toolMarkdown(tool, reference), rival && comparisonMarkdown(tool, rival, reference)]
              .filter(Boolean)
              .join('\n')
          }
        />
      </footer>
    </>
  );
}

/** The verdict with what the page states beside it; a fork, and what the site itself warns of, come first. */
function VerdictHere({ state: { tool, layer, catalog, here } }: { state: ToolState }) {
  const findings = here ? pageFindings(tool, facts.value ?? {}, here, catalog.reference) : [];
  const fork = findings.find(({ kind }) => kind === 'fork');
  const isFirst = findings.some(({ first }) => first);
  return (
    <>
      {fork && (
        <div class="before">
          <FindingList findings={[fork]} />
        </div>
      )}
      {isFirst && <PageFindings findings={findings} />}
      {here && isUnread.value && (
        <p class="before">{product.name} can’t read this page; the verdict is for its address.</p>
      )}
      <Verdict tool={tool} />
      {!fork && !isFirst && <PageFindings findings={findings} />}
      <FeedNotice feed={tool.from} expired={expiredOn(layer, now())} />
    </>
  );
}
