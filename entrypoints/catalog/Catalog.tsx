import { everything, withoutOne } from '../../catalog/browse.ts';
import { jobName, type Reference } from '../../catalog/reference.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { ErrorPage } from '../../components/ErrorPage.tsx';
import { Part } from '../../components/Part.tsx';
import { choiceInWords, Filters } from './Filters.tsx';
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
        <Nothing index={index} reference={reference} />
      )}
    </>
  );
}

/** Says that nothing matches, and which one filter to leave out: “Without “Free to use”: 7”. */
function Nothing({ index, reference }: { index: readonly ToolSummary[]; reference: Reference }) {
  const ways = withoutOne(query.value, index, (job) => jobName(reference, job));
  return (
    <>
      <p class="answer">No tool matches.</p>
      {ways.map(({ field, found }) => (
        <p key={field}>
          <button class="link" type="button" onClick={() => changeQuery({ [field]: '' })}>
            Without “<bdi>{choiceInWords(field, query.value[field], reference.jobs)}</bdi>”: {number(found)}
          </button>
        </p>
      ))}
    </>
  );
}

function number(count: number): string {
  return count.toLocaleString('en');
}
