import type { ComponentChildren } from 'preact';
import styles from './PopupHeader.module.css';

type Props = {
  /** Stands in a box before the name; a tool has none. */
  initial?: string;
  title: ComponentChildren;
  subtitle: string;
  /** What is to be known with the name. */
  note?: ComponentChildren;
  /** Whether the title may be cut, so that it can be reached to be shown whole. */
  isLong?: boolean;
  children?: ComponentChildren;
};

/** The top of the popup: an initial, a name, a line about it, and buttons. */
export function PopupHeader({ initial, title, subtitle, note, isLong, children }: Props) {
  return (
    <header class={styles.header}>
      {initial && (
        <div class={styles.initial} aria-hidden="true">
          <bdi>{initial}</bdi>
        </div>
      )}
      <div class={styles.names}>
        <h1 tabIndex={isLong ? 0 : undefined}>{title}</h1>
        <p class={initial ? undefined : styles.line}>{subtitle}</p>
        {note && <p>{note}</p>}
      </div>
      <div class={styles.buttons}>{children}</div>
    </header>
  );
}
