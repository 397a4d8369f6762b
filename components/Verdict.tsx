import type { VerdictText } from '../catalog/headline.ts';
import styles from './Verdict.module.css';

// A longer line may be cut; reached by keyboard or pressed, it is shown whole.
const maxReviewed = 50;

/** The panel's verdict with its count, the community's share, and what was reviewed. */
export function Verdict({ word, votes, count, reviewed, isOutdated }: VerdictText) {
  return (
    <>
      <h2 class={styles.verdict}>
        <span class={styles.word} data-verdict={word ?? 'none'}>
          {word ?? (votes ? 'No verdict yet' : 'Not reviewed yet')}
        </span>{' '}
        <span class={styles.count}>{count}</span>
      </h2>
      {reviewed && (
        <p
          class={isOutdated ? styles.outdated : styles.reviewed}
          tabIndex={reviewed.length > maxReviewed ? 0 : undefined}
        >
          {reviewed}
        </p>
      )}
    </>
  );
}
