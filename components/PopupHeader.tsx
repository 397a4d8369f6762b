import type { ComponentChildren } from 'preact';
import styles from './PopupHeader.module.css';

type Props = {
  initial: string;
  title: ComponentChildren;
  subtitle: string;
  /** What is to be known with the name. */
  note?: ComponentChildren;
  children?: ComponentChildren;
};

/** The top of the popup: an initial, a name, a line about it, and buttons. */
export function PopupHeader({ initial, title, subtitle, note, children }: Props) {
  return (
    <header class={styles.header}>
      <div class={styles.initial} aria-hidden="true">
        <bdi>{initial}</bdi>
      </div>
      <div class={styles.names}>
        <h1>{title}</h1>
        <p>{subtitle}</p>
        {note && <p>{note}</p>}
      </div>
      <div class={styles.buttons}>{children}</div>
    </header>
  );
}
