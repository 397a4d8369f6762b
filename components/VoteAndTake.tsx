import type { Take } from '../catalog/scorecard.ts';
import { SourceLink } from './SourceLink.tsx';
import styles from './VoteAndTake.module.css';

/** A reviewer's vote as a word, then a sentence or two with numbered links to what they cite, and what would change the vote. */
export function VoteAndTake({ take: { vote, take, cites, wouldChange } }: { take: Take }) {
  return (
    <>
      <VoteWord vote={vote} />{' '}
      <span class={styles.take}>
        {take}
        {cites.map(({ number, source }, at) => (
          <sup key={at}>
            <SourceLink
              url={source.url}
              aria-label={`Source ${number}: ${source.title}`}
              title={source.title}
            >
              {number}
            </SourceLink>
          </sup>
        ))}
        {wouldChange && <em> What would change this: {wouldChange}</em>}
      </span>
    </>
  );
}

/** A vote as a word in a box. */
export function VoteWord({ vote }: Pick<Take, 'vote'>) {
  return <span class={`${styles.vote} ${styles[vote]}`}>{vote === 'ship' ? 'Ship' : 'Skip'}</span>;
}
