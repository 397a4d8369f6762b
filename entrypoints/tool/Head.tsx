import { now, today } from '../../browser/clock.ts';
import { comparisonSide, comparisonUrl, successorUrl, toolUrl } from '../../browser/pages.ts';
import { isWatched, watch } from '../../browser/user-data/watch-list.ts';
import { expiredOn } from '../../catalog/feed/verify-manifest.ts';
import { headingOf } from '../../catalog/headline.ts';
import { toolMarkdown } from '../../catalog/markdown.ts';
import { shortMarkdown } from '../../catalog/short-summary.ts';
import { isApartFromTool } from '../../catalog/on-page.ts';
import { pageName } from '../../catalog/page-id.ts';
import { CopySummary } from '../../components/CopySummary.tsx';
import { Day } from '../../components/Day.tsx';
import { SourceLink } from '../../components/SourceLink.tsx';
import { StatusNote } from '../../components/StatusNote.tsx';
import { ToolName } from '../../components/ToolName.tsx';
import { WatchButton } from '../../components/WatchButton.tsx';
import { toolLinks } from '../../sites/tool-links.ts';
import type { ToolState } from './state.ts';

/** What the tool is and where it is, what is to be known before everything else, and what one can do. */
export function Head({ state }: { state: ToolState }) {
  const { tool, catalog, layer, rival, isPrivate } = state;
  const { about, status } = headingOf(tool, catalog.reference);
  const expired = expiredOn(layer, now());
  return (
    <>
      <h1>
        <ToolName tool={tool} />
      </h1>
      <p class="quiet">{about}</p>
      {status && (
        <p class="notice">
          <StatusNote status={status} href={successorUrl(tool.id, status)} isDated />
        </p>
      )}
      <OnePage tool={tool} />
      {expired && (
        <p class="notice">
          This data expired on <Day iso={expired} />; it may be out of date.
        </p>
      )}
      <p class="lead">{tool.does}</p>
      <ul class="links" aria-label="Links">
        {toolLinks(tool).map(({ label, url }) => (
          <li key={url}>
            <SourceLink url={url}>{label}</SourceLink>
          </li>
        ))}
      </ul>
      <div class="actions">
        <a class="btn main" href={comparisonUrl(comparisonSide(tool), rival?.id)}>
          Compare
        </a>
        <CopySummary
          short={() =>
            shortMarkdown(tool, catalog.reference, { rival, url: toolLinks(tool)[0]?.url, day: today() })
          }
          full={() => toolMarkdown(tool, catalog.reference, today())}
        />
        <WatchButton
          look="words without name"
          tool={{ ...tool, name: tool.variant?.family ?? tool.name }}
          isWatched={isWatched(tool)}
          isPrivate={isPrivate}
          onWatch={(isOn) => void watch(tool, isOn, isPrivate)}
        />
      </div>
    </>
  );
}

/** That only one page of many is spoken of, where something else is true of it than of the whole. */
function OnePage({ tool }: Pick<ToolState, 'tool'>) {
  if (tool.page === undefined || !isApartFromTool(tool)) return null;
  return (
    <p class="notice">
      This is about <bdi>{pageName(tool.page)}</bdi> only.{' '}
      <a href={toolUrl(tool.id)}>
        All of <bdi>{tool.variant?.family ?? tool.name}</bdi>
      </a>
    </p>
  );
}
