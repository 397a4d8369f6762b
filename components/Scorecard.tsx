import type { Claim } from '../catalog/claims.ts';
import { citedSources, type Take } from '../catalog/scorecard.ts';
import { AttributedClaims } from './AttributedClaims.tsx';
import { Sources } from './Sources.tsx';
import { VoteAndTake } from './VoteAndTake.tsx';
import styles from './Scorecard.module.css';

type Props = { takes: readonly Take[]; elsewhere: readonly Claim[]; methodology: string };

/** Who on the panel voted what, and why; what other panels counted stands below, apart. */
export function Scorecard({ takes, elsewhere, methodology }: Props) {
  if (takes.length === 0) return null;
  return (
    <section class={styles.scorecard}>
      <h2>
        <span>Reviewer scorecard</span>
        <span>
          {takes.length} {takes.length === 1 ? 'reviewer' : 'reviewers'}
        </span>
      </h2>
      <ul>
        {takes.map((take) => (
          <li key={take.id} class={styles.review}>
            <b title={take.question}>{take.name}</b>
            <VoteAndTake take={take} />
          </li>
        ))}
      </ul>
      <details>
        <summary>Sources of these takes</summary>
        <ol class={styles.cited}>
          {citedSources(takes).map((source) => (
            <li key={source.key}>
              <Sources sources={[source]} />
            </li>
          ))}
        </ol>
      </details>
      {elsewhere.length > 0 && (
        <>
          <h3>Elsewhere</h3>
          <AttributedClaims claims={elsewhere} />
        </>
      )}
      <p class="small">
        Takes are opinions: AI-assisted readings of the cited sources, not hands-on tests.{' '}
        <a href={methodology} target="_blank">
          How the panel works
        </a>
      </p>
    </section>
  );
}
