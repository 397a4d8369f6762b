import { MenuButton } from './MenuButton.tsx';
import styles from './CopySummary.module.css';
import { useCopy } from './use-copy.ts';

type Props = {
  short(): string;
  full(): string;
  /** Where the menu has room: below unless it is at the bottom of the window. */
  opens?: 'up' | 'down';
};

/** Copies a summary of a few lines; the menu beside it offers the full one, with sources. */
export function CopySummary({ short, full, opens = 'down' }: Props) {
  const { notice, copy } = useCopy();
  return (
    <div class={styles.split}>
      <button class="btn" type="button" onClick={() => void copy(short())}>
        <span role="status">{notice || 'Copy summary'}</span>
      </button>
      <MenuButton
        label="What to copy"
        look={{ class: `btn ${styles.more}`, text: '▾' }}
        opens={opens}
        groups={[
          {
            items: [
              { label: 'Short, six lines', onSelect: () => void copy(short()) },
              { label: 'Full, with sources', onSelect: () => void copy(full()) },
            ],
          },
        ]}
      />
    </div>
  );
}
