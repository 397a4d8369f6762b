import { capital } from '../catalog/capital.ts';
import type { FactView } from '../catalog/fact-views.ts';
import { ageInWords, isOldFact } from '../catalog/staleness.ts';
import { ReportError, type Correction } from './ReportError.tsx';
import { otherValue, Sources } from './Sources.tsx';
import styles from './FactDetail.module.css';

type Props = { fact: FactView; today: string; correction: Correction };

/** Why a fact is what it is: its note, its sources, who says otherwise, and a way to report an error. `today` is an ISO 8601 date. */
export function FactDetail({ fact, today, correction }: Props) {
  if (fact.withheld)
    return (
      <div class={styles.detail}>
        <p class="small">The catalog does not say it of just this page.</p>
      </div>
    );
  return (
    <div class={styles.detail}>
      {fact.note && <p>{fact.note}</p>}
      {fact.sources.length > 0 ? (
        <Sources sources={fact.sources} />
      ) : (
        <p class="small">
          {correction.tool.from ? `“${correction.tool.from}” names` : 'We found'} no source for this.
        </p>
      )}
      {fact.disputed.map((other, at) => (
        <div key={at} class={styles.dispute}>
          <p>
            <span class="warn">sources disagree</span> {otherValue(other)}
          </p>
          <Sources sources={other.sources} />
        </div>
      ))}
      <p class="small">
        {capital(ageInWords(fact))}{' '}
        {isOldFact(fact.asOf, today) && <span class="warn">may be out of date</span>}{' '}
        <ReportError fact={fact} correction={correction} />
      </p>
    </div>
  );
}
