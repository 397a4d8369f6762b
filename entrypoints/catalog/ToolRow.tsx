import { comparisonUrl, successorUrl, toolUrl } from '../../browser/pages.ts';
import { capital } from '../../catalog/capital.ts';
import { priceLabel } from '../../catalog/price.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { countFromLetters, noVerdict, verdictWord, votesForVerdict } from '../../catalog/verdict.ts';
import { nameWithSource } from '../../catalog/whose.ts';
import { Day } from '../../components/Day.tsx';
import { SeatBars } from '../../components/SeatBars.tsx';
import { StatusNote } from '../../components/StatusNote.tsx';
import { ToolName } from '../../components/ToolName.tsx';
import styles from './ToolRow.module.css';

type Props = { tool: ToolSummary; rival: string | undefined; job: string };

/** One tool of the list; its name leads to its own page, and a link to the comparison with its first rival, or to the choice of one. */
export function ToolRow({ tool, rival, job }: Props) {
  const count = countFromLetters(tool.votes);
  return (
    <tr>
      <th scope="row">
        <a href={toolUrl(tool.id)}>
          <ToolName tool={tool} />
        </a>{' '}
        <bdi class="small">{tool.maker}</bdi>{' '}
        <StatusNote status={tool.status} href={successorUrl(tool.id, tool.status)} />{' '}
        {tool.trouble && <span class="warn">{tool.trouble}</span>}
      </th>
      <td>
        <span class={styles.verdict} data-verdict={count ? verdictWord(count) : 'none'}>
          <SeatBars votes={tool.votes} />
          <span class={styles.word}>
            {count ? `${verdictWord(count)} · ${votesForVerdict(count)}` : noVerdict(tool.votes)}
          </span>
        </span>
      </td>
      <td>{job}</td>
      <td>{capital(tool.license)}</td>
      <td>{priceLabel({ value: tool.price })}</td>
      <td>{tool.reviewed ? <Day iso={tool.reviewed} /> : '–'}</td>
      <td>
        <a href={comparisonUrl(tool.id, rival)} aria-label={`Compare ${nameWithSource(tool)}`}>
          Compare
        </a>
      </td>
    </tr>
  );
}
