import browser from 'webextension-polyfill';
import { now, today } from '../../browser/clock.ts';
import { labelOf } from '../../browser/feeds/label.ts';
import { comparisonUrl, methodologyUrl } from '../../browser/open.ts';
import { isWatched, watch } from '../../browser/watch-list.ts';
import { expiredOn } from '../../catalog/feed/acceptance.ts';
import { factViews } from '../../catalog/fact-views.ts';
import { comparisonMarkdown, toolMarkdown } from '../../catalog/markdown.ts';
import { claims, elsewhere } from '../../catalog/other-voices.ts';
import { pageFindings } from '../../catalog/page-findings.ts';
import { scorecard } from '../../catalog/scorecard.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { EntryOf } from '../../components/EntryOf.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Findings } from '../../components/Findings.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { MarksOff } from '../../components/MarksOff.tsx';
import { PageSays } from '../../components/PageSays.tsx';
import { Scorecard } from '../../components/Scorecard.tsx';
import { ShortComparison } from '../../components/ShortComparison.tsx';
import { ToolHeader } from '../../components/ToolHeader.tsx';
import { Verdict } from '../../components/Verdict.tsx';
import { WatchButton } from '../../components/WatchButton.tsx';
import product from '../../product.json' with { type: 'json' };
import { WrongHere } from './WrongHere.tsx';
import { away, facts } from './this-page.ts';
import { allowMarks, chooseRival, loadRivals, showSearch, type ToolShown } from './state.ts';

/** One tool in the popup: verdict, facts, rival, scorecard. */
export function ToolView({ shown }: { shown: ToolShown }) {
  const { tool, layer, rival, rivals, page, catalog, marksOff, here } = shown;
  const { reference } = catalog;
  const job = reference.jobs[tool.job];
  const feed = labelOf(layer);
  const findings = here ? pageFindings(tool, facts.value ?? {}, here, reference) : [];
  const fork = findings.find(({ kind }) => kind === 'fork');
  return (
    <>
      <ToolHeader
        glyph={tool.name.charAt(0)}
        title={tool.name}
        subtitle={[job?.name, job?.category, tool.maker].filter(Boolean).join(' · ')}
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
          label="Search all tools"
          onClick={() => void showSearch(shown, { back: shown })}
        />
        <IconButton icon="options" label="Options" onClick={() => void browser.runtime.openOptionsPage()} />
      </ToolHeader>
      <div class="scroll" tabIndex={0} role="region" aria-label={`About ${tool.name}`}>
        {here && away.value.wasAway && <WrongHere shown={shown} here={here} />}
        {fork && (
          <div class="fork">
            <Findings findings={[fork]} />
          </div>
        )}
        <Verdict tool={tool} />
        {!fork && <PageSays findings={findings} />}
        <EntryOf feed={feed} expired={expiredOn(layer, now())} />
        {here && !away.value.wasAway && <WrongHere shown={shown} here={here} />}
        {marksOff && <MarksOff host={page.host!} onAllow={() => void allowMarks(page)} />}
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
          Full comparison
        </a>
        <CopyButton
          label="Copy as Markdown"
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
