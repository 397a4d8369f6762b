import type { FactView } from '../catalog/fact-views.ts';
import { isOldFact } from '../catalog/staleness.ts';
import { ReportError, type Correction } from './ReportError.tsx';
import { Sources } from './Sources.tsx';

type Props = { fact: FactView; today: string; correction: Correction };

/** Why a fact is what it is: its note, its sources, who says otherwise, and a way to say so. `today` is an ISO 8601 date. */
export function FactDetail({ fact, today, correction }: Props) {
  return (
    <div class="detail">
      {fact.note && <p>{fact.note}</p>}
      {fact.sources.length > 0 ? <Sources sources={fact.sources} /> : <p class="src">No source says.</p>}
      {fact.disputed.map(({ text, sources }) => (
        <div key={text} class="dispute">
          <p>
            <span class="warn">disputed</span> Others say: {text}
          </p>
          <Sources sources={sources} />
        </div>
      ))}
      <p class="src">
        Checked {fact.checked}
        {isOldFact(fact.checked, today) && <span class="warn">over 90 days ago</span>}{' '}
        <ReportError fact={fact} correction={correction} />
      </p>
    </div>
  );
}
