import { newsUrl } from '../../browser/pages.ts';
import { everything } from '../../catalog/browse.ts';
import { ErrorPage } from '../../components/ErrorPage.tsx';
import { Part } from '../../components/Part.tsx';
import { Filters } from './Filters.tsx';
import { ToolTable } from './ToolTable.tsx';
import { changeQuery, matches, query, view } from './state.ts';

/** The page of all tools in each of its states. */
export function Catalog() {
  const state = view.value;
  if (state.kind === 'opening') return <div class="opening" aria-busy="true" />;
  if (state.kind === 'failed') return <ErrorPage reason={state.reason} />;
  const { index, reference, isWhole: isRead, total, rivalOf } = state;
  const tools = matches.value;
  const isWhole = Object.values(query.value).every((text) => !text);
  return (
    <>
      <h1>All tools</h1>
      <p>
        <a href={newsUrl()}>What’s new</a>
      </p>
      <Filters jobs={reference.jobs} tools={isRead ? index : undefined} />
      <p class="count" role="status">
        {isWhole ? '' : isRead ? `${number(tools.length)} of ` : 'Searching '}
        {number(total)} tools{isRead || isWhole ? '' : '…'}
        {!isWhole && (
          <button class="link" type="button" onClick={() => changeQuery(everything)}>
            Clear filters
          </button>
        )}
      </p>
      {tools.length > 0 ? (
        <Part
          name="The list"
          render={() => (
            <ToolTable
              tools={tools}
              total={isWhole ? total : tools.length}
              rivalOf={rivalOf}
              reference={reference}
            />
          )}
        />
      ) : !isRead ? (
        <div class="opening" aria-busy="true" />
      ) : (
        <p class="answer">No tools match these filters.</p>
      )}
    </>
  );
}

function number(count: number): string {
  return count.toLocaleString('en');
}
