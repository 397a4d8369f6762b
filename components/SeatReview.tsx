import type { Take } from '../catalog/scorecard.ts';
import { Sources } from './Sources.tsx';
import { VoteWord } from './VoteAndTake.tsx';
import styles from './SeatReview.module.css';

type Props = {
  seat: { name: string; question: string };
  /** Missing where the panel did not ask this seat. */
  take: Take | undefined;
  /** Whose the review is, if not just this page's. */
  whose?: string | undefined;
};

/** What one reviewer asked and answered, with the sources, below the tile of the seat. */
export function SeatReview({ seat, take, whose }: Props) {
  return (
    <div class={styles.review} role="region" aria-label={`${seat.name}: review`} aria-live="polite">
      <p class={styles.question}>{seat.question}</p>
      {take ? (
        <>
          <p>
            <VoteWord vote={take.vote} /> {take.gist && <b>{take.gist}</b>} {take.take}
          </p>
          {take.wouldChange && (
            <p>
              <b>What would change this:</b> {take.wouldChange}
            </p>
          )}
          {whose && <p class="small">This review is {whose}.</p>}
          <div class={styles.sources}>
            <Sources sources={take.cites.map(({ source }) => source)} />
          </div>
        </>
      ) : (
        <p>No review from this seat.</p>
      )}
    </div>
  );
}
