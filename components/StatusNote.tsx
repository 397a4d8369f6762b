import { statusWords, type ShownStatus } from '../catalog/status-words.ts';
import styles from './StatusNote.module.css';
import { ToolName } from './ToolName.tsx';

type Props = {
  status: ShownStatus | undefined;
  /** Where the tool or page that followed is, if it can be opened from here; or what opens it. */
  href?: string | undefined;
  onOpen?: (() => void) | undefined;
  /** Whether it says how old that is. */
  isDated?: boolean;
};

/** What is said with a tool's name of one that is not active, “Archived Mar 2026 → Cline”; nothing of others. */
export function StatusNote({ status, href, onOpen, isDated }: Props) {
  if (!status?.text) return null;
  const { name, from } = status;
  const next = name !== undefined && <ToolName tool={{ name, from }} />;
  return (
    <span class={styles.status} data-status={status.value}>
      {statusWords(status)}
      {next && <span aria-hidden="true"> → </span>}
      {next && <span class="hidden"> replaced by </span>}
      {next && onOpen ? (
        <button class="link" type="button" onClick={onOpen}>
          {next}
        </button>
      ) : next && href ? (
        <a href={href} target={href.startsWith('https:') ? '_blank' : undefined} rel="noreferrer">
          {next}
        </a>
      ) : (
        next
      )}
      {isDated && status.asOf}
    </span>
  );
}
