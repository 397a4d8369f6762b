import browser from 'webextension-polyfill';
import { catalogUrl, newsUrl } from '../../browser/pages.ts';
import { newToolForm } from '../../catalog/correction.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { SearchHome } from '../../components/SearchHome.tsx';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import product from '../../product.json' with { type: 'json' };
import { clearRecent, showTool, undoClear, view, type SearchShown } from './state.ts';

/** The popup on a page that is no known tool, and wherever the search is asked for. */
export function SearchView({ shown }: { shown: SearchShown }) {
  const { page, catalog, recent, cleared, back } = shown;
  const where = page.path
    ? `${page.path} is not in the catalog`
    : 'No tool can be known by the address of this page';
  return (
    <>
      <PopupHeader
        initial="?"
        title={back ? 'All tools' : 'No verdict here'}
        subtitle={back ? `${catalog.tools.toLocaleString('en')} in the catalog` : where}
      >
        <IconButton icon="options" label="Options" onClick={() => void browser.runtime.openOptionsPage()} />
      </PopupHeader>
      <div class="scroll">
        <SearchHome
          tools={shown.tools}
          count={catalog.tools}
          recent={recent}
          jobName={(job) => catalog.reference.jobs[job]?.name ?? job}
          onChoose={(id) => void showTool(id, shown)}
          onClear={() => void clearRecent(shown)}
          onUndo={cleared && (() => void undoClear(shown))}
        />
      </div>
      <footer>
        {back && (
          <button class="btn" type="button" onClick={() => (view.value = back)}>
            Back to {back.tool.name}
          </button>
        )}
        <a class="btn" href={catalogUrl()} target="_blank">
          Browse all tools
        </a>
        <a class="btn" href={newsUrl()} target="_blank">
          New this week
        </a>
        {product.issues && (
          <a class="btn" href={newToolForm(product.issues)} target="_blank" rel="noreferrer">
            Ask for a review
          </a>
        )}
      </footer>
    </>
  );
}
