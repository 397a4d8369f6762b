import browser from 'webextension-polyfill';
import type { CurrentPage } from '../../browser/tabs.ts';
import { catalogUrl, newsUrl } from '../../browser/pages.ts';
import { newToolForm } from '../../catalog/correction.ts';
import { jobName } from '../../catalog/reference.ts';
import { ToolName } from '../../components/ToolName.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { SearchHome } from '../../components/SearchHome.tsx';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import { isProjectPage } from '../../sites/index.ts';
import product from '../../product.json' with { type: 'json' };
import { noPageText } from './no-page-text.ts';
import { clearRecent, showTool, undoClear } from './state.ts';
import { view, type SearchState } from './view.ts';

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
        <IconButton icon="options" label="Settings" onClick={() => void browser.runtime.openOptionsPage()} />
      </PopupHeader>
      <div class="scroll">
        <SearchHome
          tools={state.tools}
          count={catalog.tools}
          recent={recent}
          jobName={(job) => jobName(catalog.reference, job)}
          onChoose={(id) => void showTool(id, state)}
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
          What’s new
        </a>
        {product.issues && (
          <a class="btn" href={newToolForm(product.issues)} target="_blank" rel="noreferrer">
            Request a review
          </a>
        )}
      </footer>
    </>
  );
}

function aboutPage({ path, pageIds }: CurrentPage): [title: string, subtitle: string] {
  if (!path) return ['Find a tool', `${product.name} can’t read this kind of page.`];
  if (!pageIds.some(isProjectPage)) return ['Find a tool', 'This isn’t a tool’s page. Search instead:'];
  return ['Not in the catalog', `We don’t cover ${path.split('/').slice(1).join('/') || path} yet.`];
}
