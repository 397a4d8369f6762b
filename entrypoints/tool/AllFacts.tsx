import type { FactView } from '../../catalog/fact-views.ts';
import { FactList } from '../../components/FactList.tsx';
import type { Correction } from '../../components/ReportError.tsx';

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
      <FactList facts={sorted} today={today} correction={correction} />
    </section>
  );
}
