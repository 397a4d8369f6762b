import type { FactView } from '../../catalog/fact-views.ts';
import { FactDetail } from '../../components/FactDetail.tsx';
import type { Correction } from '../../components/ReportError.tsx';
import styles from './AllFacts.module.css';

type Props = { facts: readonly FactView[]; today: string; correction: Correction };

// What people ask first; the rest in the order of the catalog.
const first = ['commercialUse', 'license', 'entryPrice', 'runsOn', 'status', 'version', 'dataGoes'];

/** All facts, those first that decide, each with its notes; what says so is a press away. */
export function AllFacts({ facts, today, correction }: Props) {
  const place = ({ key }: FactView) => (first.includes(key) ? first.indexOf(key) : first.length);
  const sorted = [...facts].sort((a, b) => place(a) - place(b));
  return (
    <section>
      <h2>Facts</h2>
      <dl class={styles.facts}>
        {sorted.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>
              <b>{fact.text}</b> {fact.disputed.length > 0 && <span class="warn">sources disagree</span>}
              <FactDetail fact={fact} today={today} correction={correction} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
