import { useState } from 'preact/hooks';
import type { Trouble } from '../../browser/catalog-db/health.ts';
import { NoticeAt } from './NoticeAt.tsx';
import { mend, mending } from './preferences.ts';
import styles from './Troubles.module.css';

/** What is wrong, one sentence each, with a button where something helps; empty while all is well. */
export function Troubles({ troubles }: { troubles: readonly Trouble[] | null | undefined }) {
  if (!troubles || troubles.length === 0) return <NoticeAt at="troubles" />;
  return (
    <section class={styles.troubles} aria-label="What is wrong">
      <ul>
        {troubles.map(({ text, action }, at) => (
          <li key={at}>
            {text} {action === 'retry' && <Retry />}
            {action === 'reset' && <Reset />}
          </li>
        ))}
      </ul>
      <NoticeAt at="troubles" />
    </section>
  );
}

function Retry() {
  return (
    <button class="btn" type="button" disabled={mending.value} onClick={() => void mend('retry')}>
      Try again
    </button>
  );
}

// Deleting cannot be undone, so it takes a second press.
function Reset() {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <button class="btn" type="button" disabled={mending.value} onClick={() => setAsking(true)}>
        Reset…
      </button>
    );
  return (
    <span role="group" aria-label="Reset">
      This deletes your watch list, history, hidden pages and feeds.{' '}
      <button class="btn" type="button" disabled={mending.value} onClick={() => void mend('reset')}>
        Delete them
      </button>{' '}
      <button class="link" type="button" onClick={() => setAsking(false)}>
        Cancel
      </button>
    </span>
  );
}
