import { citedSources, type Take } from '../catalog/scorecard.ts';
import type { Whose } from '../catalog/whose.ts';
import { Sources } from './Sources.tsx';
import { VoteAndTake } from './VoteAndTake.tsx';
import styles from './Scorecard.module.css';

type Props = Whose & {
  takes: readonly Take[];
  methodology: string;
  /** Whose the reviews are, if not just this page's: “for Mistral’s current models, not this one”. */
  whose?: string | undefined;
};

/** How each reviewer voted and why, and how reviews are made. Of a feed's reviews we know only whose they are. */
export function Scorecard({ takes, methodology, from, whose }: Props) {
  if (takes.length === 0) return null;
  const sources = citedSources(takes);
  return (
    <div class={styles.scorecard}>
      {whose && <p class="small">These reviews are {whose}.</p>}
      <ul>
        {takes.map((take) => (
          <li key={take.id} class={styles.review}>
            <span>
              <b>{take.name}</b> <span class="small">{take.question}</span>
            </span>
            <VoteAndTake take={take} />
          </li>
        ))}
      </ul>
      <details>
        <summary>Sources ({sources.length})</summary>
        <ol class={styles.cited}>
          {sources.map((source) => (
            <li key={source.key}>
              <Sources sources={[source]} />
            </li>
          ))}
        </ol>
      </details>
      {from ? (
        <p class="small">
          These reviews come from the feed “<bdi>{from}</bdi>”.
        </p>
      ) : (
        <p class="small">
          Reviews are AI-assisted readings of the sources. Nobody ran the tool.{' '}
          <a href={methodology} target="_blank">
            How reviews work
          </a>
        </p>
      )}
    </div>
  );
}
