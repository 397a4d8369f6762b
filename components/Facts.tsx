import { useId, useState } from 'preact/hooks';
import type { FactView } from '../catalog/fact-views.ts';
import type { Claim } from '../catalog/claims.ts';
import { capital } from '../catalog/capital.ts';
import { ageInWords, isOldFact } from '../catalog/staleness.ts';
import { AttributedClaims } from './AttributedClaims.tsx';
import { ReportError, type Correction } from './ReportError.tsx';
import { otherValue, Sources } from './Sources.tsx';
import styles from './Facts.module.css';

const upFront = 3;

type Props = {
  facts: readonly FactView[];
  claims: readonly Claim[];
  today: string;
  correction: Correction;
};

/** A tool's facts; pressing one shows its sources. The first three are in a row, the others below on demand. */
export function Facts({ facts, claims, today, correction }: Props) {
  const [open, setOpen] = useState<string>();
  const id = useId();
  const openFact = facts.find(({ key }) => key === open);
  const button = (fact: FactView) => (
    <button
      type="button"
      aria-expanded={open === fact.key}
      aria-controls={id}
      onClick={() => setOpen(open === fact.key ? undefined : fact.key)}
    >
      <span class={styles.value}>{fact.text}</span>{' '}
      {fact.disputed.length > 0 && <span class="warn">sources disagree</span>}
    </button>
  );
  return (
    <div class={styles.facts}>
      <dl class={styles.row}>
        {facts.slice(0, upFront).map((fact) => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>{button(fact)}</dd>
          </div>
        ))}
      </dl>
      <div id={id} aria-live="polite">
        {openFact && <FactDetail fact={openFact} today={today} correction={correction} />}
      </div>
      <details>
        <summary>Show {facts.length - upFront} more facts</summary>
        <dl class={styles.more}>
          {facts.slice(upFront).map((fact) => (
            <div key={fact.key}>
              <dt>{fact.label}</dt>
              <dd>
                {fact.text} {fact.disputed.length > 0 && <span class="warn">sources disagree</span>}
                <FactDetail fact={fact} today={today} correction={correction} />
              </dd>
            </div>
          ))}
          {claims.length > 0 && (
            <div>
              <dt>Maker’s claims (not verified)</dt>
              <dd class={styles.claims}>
                <AttributedClaims claims={claims} />
              </dd>
            </div>
          )}
        </dl>
      </details>
    </div>
  );
}

type DetailProps = { fact: FactView; today: string; correction: Correction };

/** Why a fact is what it is: its note, its sources, who says otherwise, and a way to report an error. `today` is an ISO 8601 date. */
export function FactDetail({ fact, today, correction }: DetailProps) {
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
