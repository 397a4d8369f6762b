import { newsCount } from '../../browser/news-count.ts';
import { catalogUrl, newsUrl } from '../../browser/pages.ts';
import { newToolForm } from '../../catalog/correction.ts';
import { jobName } from '../../catalog/reference.ts';
import { ToolName } from '../../components/ToolName.tsx';
import { SearchHome } from '../../components/SearchHome.tsx';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import product from '../../product.json' with { type: 'json' };
import { aboutPage, publicAddress } from './about-page.ts';
import { BadgeNotices } from './BadgeHere.tsx';
import { Menu } from './Menu.tsx';
import { noPageText } from './no-page-text.ts';
import { writeRequest } from './report.ts';
import { clearRecent, findLink, showTool, undoClear } from './state.ts';
import { facts, view, type SearchState } from './view.ts';

/** The popup on a page that the catalog has no tool for, and when someone opens the search. */
export function SearchView({ state }: { state: SearchState }) {
  const { page, catalog, recent, cleared, back, instead } = state;
  const [title, subtitle] = back
    ? ['All tools', `${catalog.tools.toLocaleString('en')} in the catalog`]
    : instead
      ? ['No page of a tool', noPageText(instead.noPage, page.host)]
      : aboutPage(page);
  return (
    <>
      <PopupHeader initial="?" title={title} subtitle={subtitle}>
        <Menu state={state} />
      </PopupHeader>
      <div class="scroll">
        <BadgeNotices state={state} />
        <SearchHome
          tools={state.tools}
          count={catalog.tools}
          recent={recent}
          jobName={(job) => jobName(catalog.reference, job)}
          findLink={(text) => findLink(text, state)}
          onChoose={(id, linked) => void showTool(id, state, { linked })}
          onClear={() => void clearRecent(state)}
          onUndo={cleared && (() => void undoClear(state))}
        />
      </div>
      <footer>
        {back && (
          <button class="btn" type="button" onClick={() => (view.value = back)}>
            Back to <ToolName tool={back.tool} />
          </button>
        )}
        {instead?.tool && (
          <button class="btn" type="button" onClick={() => void showTool(instead.tool!.tool, state)}>
            Show <ToolName tool={{ name: instead.tool.name, from: instead.tool.from }} />
          </button>
        )}
        <a class="btn" href={catalogUrl()} target="_blank">
          All tools
        </a>
        <a class="btn" href={newsUrl()} target="_blank">
          What’s new{newsCount.value && ` (${newsCount.value})`}
        </a>
        <RequestReview page={page} />
      </footer>
    </>
  );
}

/** The way to a review of what is missing: the tracker’s form, or the same as text. */
function RequestReview({ page }: Pick<SearchState, 'page'>) {
  const label = 'Request a review';
  if (product.issues)
    return (
      <a class="btn" href={newToolForm(product.issues)} target="_blank" rel="noreferrer">
        {label}
      </a>
    );
  const isPublic = facts.value !== undefined && !facts.value.isPrivate;
  return (
    <button class="btn" type="button" onClick={() => writeRequest(publicAddress(page, isPublic))}>
      {label}
    </button>
  );
}
