import { comparisonSide, comparisonUrl, toolUrl } from '../../browser/pages.ts';
import type { OnPage } from '../../catalog/on-page.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { countFromLetters, noVerdict, verdictWord, votesForVerdict } from '../../catalog/verdict.ts';
import { nameWithSource, type AttributedTool } from '../../catalog/whose.ts';
import { SeatBars } from '../../components/SeatBars.tsx';
import { StatusNote } from '../../components/StatusNote.tsx';
import { ToolName } from '../../components/ToolName.tsx';
import styles from './OtherTools.module.css';

type Props = { tool: OnPage<AttributedTool>; alternatives: readonly ToolSummary[] };

// As many as one can compare; the page of all tools has the rest.
const upFront = 6;

/** The tools for the same job with their seats, each with a way to its page and to the comparison. */
export function OtherTools({ tool, alternatives }: Props) {
  const rest = alternatives.slice(upFront);
  return (
    <section>
      <h2>Alternatives</h2>
      {alternatives.length === 0 && <p class="quiet">The catalog names no alternative to it.</p>}
      <Lines tool={tool} alternatives={alternatives.slice(0, upFront)} />
      {rest.length > 0 && (
        <details>
          <summary>Show {rest.length} more</summary>
          <Lines tool={tool} alternatives={rest} />
        </details>
      )}
    </section>
  );
}

function Lines({ tool, alternatives }: Props) {
  return (
    <ul class={styles.list}>
      {alternatives.map((each) => {
        const count = countFromLetters(each.votes);
        return (
          <li key={each.id}>
            <span class={styles.name}>
              <a href={toolUrl(each.id)}>
                <ToolName tool={each} />
              </a>{' '}
              <StatusNote status={each.status} />
            </span>
            <SeatBars votes={each.votes} size="large" />
            <span class={styles.words} data-verdict={count ? verdictWord(count) : 'none'}>
              {count ? `${verdictWord(count)} ${votesForVerdict(count)}` : noVerdict(each.votes)}
            </span>
            <a
              href={comparisonUrl(comparisonSide(tool), each.id)}
              aria-label={`Compare with ${nameWithSource(each)}`}
            >
              Compare
            </a>
          </li>
        );
      })}
    </ul>
  );
}
