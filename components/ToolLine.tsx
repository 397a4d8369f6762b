import type { ToolSummary } from '../catalog/tool-summary.ts';
import { countFromLetters, noVerdict, verdictWord, votesForVerdict } from '../catalog/verdict.ts';
import { SeatBars } from './SeatBars.tsx';
import { StatusNote } from './StatusNote.tsx';
import { ToolName } from './ToolName.tsx';
import styles from './ToolLine.module.css';

/** An entry of a list to choose from: a tool's seats and name with its feed, then its verdict and job in words. */
export function ToolLine({ tool, job }: { tool: ToolSummary; job: string }) {
  const count = countFromLetters(tool.votes);
  const word = count && verdictWord(count);
  return (
    <span class={styles.line}>
      <SeatBars votes={tool.votes} />
      <span class={styles.words}>
        <span class={styles.name}>
          <b>
            <ToolName tool={tool} />
          </b>
          <span class="hidden">, </span> <StatusNote status={tool.status} />
        </span>
        <span class={styles.about}>
          <span data-verdict={word}>
            {count ? `${word} ${votesForVerdict(count)}` : `${noVerdict(tool.votes)} yet`}
          </span>
          {' · '}
          <bdi>{job}</bdi>
        </span>
      </span>
    </span>
  );
}
