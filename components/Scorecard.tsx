import type { Claim } from '../catalog/claims.ts';
import { citedSources, type Take } from '../catalog/scorecard.ts';
import { AttributedClaims } from './AttributedClaims.tsx';
import { Sources } from './Sources.tsx';
import { TakeText } from './TakeText.tsx';
import { VoteChip } from './VoteChip.tsx';

type Props = { takes: readonly Take[]; elsewhere: readonly Claim[]; methodology: string };

/** Who on the panel voted what, and why; what other panels counted stands below, apart. */
export function Scorecard({ takes, elsewhere, methodology }: Props) {
  if (takes.length === 0) return null;
  return (
    <section class="scorecard">
      <h2>
        <span>Reviewer scorecard</span>
        <span>
          {takes.length} {takes.length === 1 ? 'reviewer' : 'reviewers'}
        </span>
      </h2>
      <ul>
        {takes.map((take) => (
          <li key={take.id} class="lens">
            <span class="who" title={take.question}>
              {take.name}
            </span>
            <VoteChip vote={take.vote} />
            <TakeText take={take} />
          </li>
        ))}
      </ul>
      <details>
        <summary>Sources of these takes</summary>
        <ol class="cited">
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
          <AttributedClaims voices={elsewhere} />
        </>
      )}
      <p class="src">
        Takes are opinions: AI-assisted readings of the cited sources, not hands-on tests.{' '}
        <a href={methodology} target="_blank">
          How the panel works
        </a>
      </p>
    </section>
  );
}
