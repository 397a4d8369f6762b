import type { ToolSummary } from '../catalog/tool-summary.ts';
import { countFromLetters, verdictInWords } from '../catalog/verdict.ts';
import { Ring } from './Ring.tsx';
import { StatusNote } from './StatusNote.tsx';
import { ToolName } from './ToolName.tsx';
import styles from './ToolLine.module.css';

/** One line of a list to choose from: a tool's ring, name, feed and job. */
export function ToolLine({ tool, job }: { tool: ToolSummary; job: string }) {
  const count = countFromLetters(tool.votes);
  return (
    <span class={styles.line}>
      <Ring votes={count ? tool.votes : ''} size={18} />
      <b>
        <ToolName tool={tool} />
      </b>
      <span class="hidden">, {verdictInWords(count)}</span>
      <StatusNote status={tool.status} />
      <bdi class={styles.job}>{job}</bdi>
    </span>
  );
}
