import type { ToolSummary } from '../catalog/tool-summary.ts';
import { countFromLetters } from '../catalog/verdict.ts';
import { Ring } from './Ring.tsx';

type Props = {
  seen: readonly ToolSummary[];
  jobName(job: string): string;
  onChoose(id: string): void;
  onClear(): void;
  onUndo?: (() => void) | undefined;
};

/** The tools whose verdict was opened last on this device; clearing can be undone while the popup is open. */
export function RecentTools({ seen, jobName, onChoose, onClear, onUndo }: Props) {
  if (seen.length === 0 && !onUndo) return null;
  return (
    <section class="seen">
      <h2>
        <span>Seen last</span>
        {onUndo ? (
          <button class="link" type="button" onClick={onUndo}>
            Undo
          </button>
        ) : (
          <button class="link" type="button" onClick={onClear}>
            Clear
          </button>
        )}
      </h2>
      {onUndo && <p role="status">Cleared.</p>}
      <ul>
        {seen.map((tool) => (
          <li key={tool.id}>
            <button type="button" onClick={() => onChoose(tool.id)}>
              <Ring votes={countFromLetters(tool.votes) ? tool.votes : ''} size={18} />
              <b>{tool.name}</b>
              <span class="r">{jobName(tool.job)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
