import type { FactView } from '../catalog/fact-views.ts';
import { isOldFact } from '../catalog/staleness.ts';
import { Sources } from './Sources.tsx';

/** Why a fact is what it is: its note, its sources, and who says otherwise. `today` is an ISO 8601 date. */
export function FactDetail({ fact, today }: { fact: FactView; today: string }) {
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
        {isOldFact(fact.checked, today) && <span class="warn">over 90 days ago</span>}
      </p>
    </div>
  );
}
