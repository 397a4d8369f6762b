import { HostRow } from '../../components/HostRow.tsx';
import { MakersSites } from './MakersSites.tsx';
import { ask, rights, takeBack } from './sites-state.ts';

/** On which sites marks may show, and how to allow more and take that back; each is asked for by name. */
export function Sites() {
  const shown = rights.value;
  if (!shown) return null;
  const { installed, onRequest, makers } = shown;
  const rows = (list: typeof installed, canGiveBack: boolean) => (
    <ul class="sites">
      {list.map((right) => (
        <HostRow
          key={right.host}
          {...right}
          onAsk={() => ask([right])}
          onGiveBack={canGiveBack ? () => void takeBack([right]) : undefined}
        />
      ))}
    </ul>
  );
  return (
    <section>
      <h2>Sites</h2>
      <p>Marks show only where this browser lets the extension in. The toolbar button answers everywhere.</p>
      {rows(installed, false)}
      <h3>More sites</h3>
      {rows(onRequest, true)}
      <MakersSites makers={makers} />
    </section>
  );
}
