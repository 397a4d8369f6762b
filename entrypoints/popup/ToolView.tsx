import browser from 'webextension-polyfill';
import { now, today } from '../../browser/clock.ts';
import { feedLabel } from '../../browser/catalog-db/layer.ts';
import { comparisonUrl, methodologyUrl } from '../../browser/pages.ts';
import { isWatched, watch } from '../../browser/user-data/watch-list.ts';
import { expiredOn } from '../../catalog/feed/verify-manifest.ts';
import { factViews } from '../../catalog/fact-views.ts';
import { comparisonMarkdown, toolMarkdown } from '../../catalog/markdown.ts';
import { claims, elsewhere } from '../../catalog/claims.ts';
import { pageFindings } from '../../catalog/page-findings.ts';
import { jobName } from '../../catalog/reference.ts';
import { scorecard } from '../../catalog/scorecard.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Facts } from '../../components/Facts.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { EnableBadge } from '../../components/BadgeSwitches.tsx';
import { FindingList, PageFindings } from '../../components/PageFindings.tsx';
import { Scorecard } from '../../components/Scorecard.tsx';
import { ShortComparison } from '../../components/ShortComparison.tsx';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import { FeedNotice, Verdict } from '../../components/Verdict.tsx';
import { WatchButton } from '../../components/WatchButton.tsx';
import product from '../../product.json' with { type: 'json' };
import { DismissHere } from './DismissHere.tsx';
import {
  chooseRival,
  dismissal,
  enableBadge,
  facts,
  loadRivals,
  showSearch,
  type ToolState,
} from './state.ts';

/** One tool in the popup: verdict, facts, rival, scorecard. */
export function ToolView({ state }: { state: ToolState }) {
  const { tool, layer, rival, rivals, page, catalog, badgeDisabled, here } = state;
  const { reference } = catalog;
  const feed = feedLabel(layer);
  const findings = here ? pageFindings(tool, facts.value ?? {}, here, reference) : [];
  const fork = findings.find(({ kind }) => kind === 'fork');
  return (
    <>
      <PopupHeader
        initial={tool.name.charAt(0)}
        title={tool.name}
        subtitle={`${jobName(reference, tool.job)} · by ${tool.maker}`}
      >
        <WatchButton
          look="icon"
          name={tool.name}
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
      <div class="scroll" tabIndex={0} role="region" aria-label={`About ${tool.name}`}>
        {here && dismissal.value.wasDismissed && <DismissHere state={state} here={here} />}
        {fork && (
          <div class="fork">
            <FindingList findings={[fork]} />
          </div>
        )}
        <Verdict tool={tool} />
        {!fork && <PageFindings findings={findings} />}
        <FeedNotice feed={feed} expired={expiredOn(layer, now())} />
        {here && !dismissal.value.wasDismissed && <DismissHere state={state} here={here} />}
        {badgeDisabled && <EnableBadge host={page.host!} onAllow={() => void enableBadge(page)} />}
        <Facts
          facts={factViews(tool, reference)}
          claims={claims(tool)}
          today={today()}
          correction={{ tool, issues: feed ? '' : product.issues }}
        />
        {rival && (
          <ShortComparison
            tool={tool}
            rival={rival}
            rivals={rivals}
            reference={reference}
            onChoosing={() => void loadRivals()}
            onRival={(id) => void chooseRival(id)}
          />
        )}
        <Scorecard
          takes={scorecard(tool, reference.reviewers)}
          elsewhere={elsewhere(tool)}
          methodology={methodologyUrl()}
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
