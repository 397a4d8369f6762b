import { comparisonUrl } from '../../browser/pages.ts';
import { capital } from '../../catalog/price.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { countFromLetters, verdictInWords, verdictWord } from '../../catalog/verdict.ts';
import { Ring } from '../../components/Ring.tsx';
import styles from './ToolRow.module.css';

type Props = { tool: ToolSummary; rival: ToolSummary | undefined; job: string };

/** One tool of the list; its name leads to the comparison with its first rival. */
export function ToolRow({ tool, rival, job }: Props) {
  const count = countFromLetters(tool.votes);
  const known = (word: string) => (word === 'unknown' ? 'Not known' : capital(word));
  return (
    <tr>
      <th scope="row">
        <a href={comparisonUrl(tool.id, rival?.id)}>{tool.name}</a> <span class="small">{tool.maker}</span>
      </th>
      <td>
        <span class={styles.verdict} data-verdict={count ? verdictWord(count) : 'none'}>
          <Ring votes={count ? tool.votes : ''} size={20} />
          <span>
            <span class={styles.word}>{verdictInWords(count)}</span>{' '}
            {count && <span class="small">{`${count.ship} of ${count.of}`}</span>}
          </span>
        </span>
      </td>
      <td>{job}</td>
      <td>{known(tool.license)}</td>
      <td>{known(tool.price)}</td>
      <td>{tool.reviewed ?? <span class="small">not reviewed</span>}</td>
    </tr>
  );
}
