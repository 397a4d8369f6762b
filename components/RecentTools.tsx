import type { ToolSummary } from '../catalog/tool-summary.ts';
import { ToolLine } from './ToolLine.tsx';
import styles from './RecentTools.module.css';

type Props = {
  recent: readonly ToolSummary[];
  jobName(job: string): string;
  onChoose(id: string): void;
  onClear(): void;
  onUndo?: (() => void) | undefined;
};

/** The tools opened last on this device; clearing can be undone while the popup is open. */
export function RecentTools({ recent, jobName, onChoose, onClear, onUndo }: Props) {
  if (recent.length === 0 && !onUndo) return null;
  return (
    <section>
      <header>
        <h2>Recent</h2>
        <button class="link" type="button" onClick={onUndo ?? onClear}>
          {onUndo ? 'Undo' : 'Clear'}
        </button>
      </header>
      {onUndo && <p role="status">Recent tools cleared.</p>}
      <ul class={styles.list}>
        {recent.map((tool) => (
          <li key={tool.id}>
            <button type="button" onClick={() => onChoose(tool.id)}>
              <ToolLine tool={tool} job={jobName(tool.job)} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
