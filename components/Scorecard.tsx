import type { Claim } from '../catalog/claims.ts';
import { citedSources, type Take } from '../catalog/scorecard.ts';
import type { Whose } from '../catalog/whose.ts';
import { AttributedClaims } from './AttributedClaims.tsx';
import { Sources } from './Sources.tsx';
import { VoteAndTake } from './VoteAndTake.tsx';
import styles from './Scorecard.module.css';

type Props = Whose & {
  takes: readonly Take[];
  elsewhere: readonly Claim[];
  methodology: string;
  /** Whose the reviews are, if not just this page's: “for Mistral’s current models, not this one”. */
  whose?: string | undefined;
};

/** How each reviewer voted and why; below, apart from that, what other panels counted. Of a feed's reviews we know only whose they are. */
export function Scorecard({ takes, elsewhere, methodology, from, whose }: Props) {
  if (takes.length === 0) return null;
  const sources = citedSources(takes);
  return (
    <section class={styles.scorecard}>
      <h2>
        <span>Why</span>
        <span>
          {takes.length} {takes.length === 1 ? 'review' : 'reviews'}
        </span>
      </h2>
      {whose && <p class="small">These reviews are {whose}.</p>}
      <ul>
        {takes.map((take) => (
          <li key={take.id} class={styles.review}>
            <b title={take.question}>{take.name}</b>
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
      {elsewhere.length > 0 && (
        <>
          <h3>Other panels</h3>
          <AttributedClaims claims={elsewhere} />
        </>
      )}
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
    </section>
  );
}
