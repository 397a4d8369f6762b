import { useId, useState } from 'preact/hooks';
import type { FactView } from '../catalog/fact-views.ts';
import type { Claim } from '../catalog/claims.ts';
import type { Correction } from './ReportError.tsx';
import { FactDetail } from './FactDetail.tsx';
import { AttributedClaims } from './AttributedClaims.tsx';

const upFront = 3;

type Props = {
  facts: readonly FactView[];
  claims: readonly Claim[];
  today: string;
  correction: Correction;
};

/** A tool's facts; pressing one shows its sources. The first three stand in a row, the others below on demand. */
export function Facts({ facts, claims, today, correction }: Props) {
  const [open, setOpen] = useState<string>();
  const id = useId();
  const shown = facts.find(({ key }) => key === open);
  const button = (fact: FactView) => (
    <button
      type="button"
      aria-expanded={open === fact.key}
      aria-controls={id}
      onClick={() => setOpen(open === fact.key ? undefined : fact.key)}
    >
      <span class="value">{fact.text}</span>
      {fact.disputed.length > 0 && <span class="warn">disputed</span>}
    </button>
  );
  return (
    <div class="facts">
      <dl class="row">
        {facts.slice(0, upFront).map((fact) => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>{button(fact)}</dd>
          </div>
        ))}
      </dl>
      <div id={id} aria-live="polite">
        {shown && <FactDetail fact={shown} today={today} correction={correction} />}
      </div>
      <details>
        <summary>{facts.length - upFront} more facts</summary>
        <dl class="more">
          {facts.slice(upFront).map((fact) => (
            <div key={fact.key}>
              <dt>{fact.label}</dt>
              <dd>
                {fact.text} {fact.disputed.length > 0 && <span class="warn">disputed</span>}
                <FactDetail fact={fact} today={today} correction={correction} />
              </dd>
            </div>
          ))}
          {claims.length > 0 && (
            <div>
              <dt>Claimed by its makers</dt>
              <dd class="plain">
                <AttributedClaims voices={claims} />
              </dd>
            </div>
          )}
        </dl>
      </details>
    </div>
  );
}
