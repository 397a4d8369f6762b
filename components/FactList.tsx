import type { FactView } from '../catalog/fact-views.ts';
import { FactDetail } from './FactDetail.tsx';
import type { Correction } from './ReportError.tsx';
import styles from './FactList.module.css';

type Props = { facts: readonly FactView[]; today: string; correction: Correction };

/** All facts of a tool, each with its note and its sources. */
export function FactList({ facts, today, correction }: Props) {
  return (
    <dl class={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.label}</dt>
          <dd>
            <b>{fact.text}</b> {fact.disputed.length > 0 && <span class="warn">sources disagree</span>}
            <FactDetail fact={fact} today={today} correction={correction} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
