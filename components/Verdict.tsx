import type { VerdictText } from '../catalog/headline.ts';
import styles from './Verdict.module.css';

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
      {reviewed && <p class={isOutdated ? styles.outdated : styles.reviewed}>{reviewed}</p>}
    </>
  );
}
