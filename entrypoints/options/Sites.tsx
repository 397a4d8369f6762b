import { HostRow } from './HostRow.tsx';
import { ProductSites } from './ProductSites.tsx';
import { requestAccess, permissions, removeAccess } from './site-access.ts';

/** On which sites marks may show, and how to allow more and take that back; each is asked for by name. */
export function Sites() {
  const shown = permissions.value;
  if (!shown) return null;
  const { required, optional, products } = shown;
  const rows = (list: typeof required, canGiveBack: boolean) => (
    <ul>
      {list.map((right) => (
        <HostRow
          key={right.host}
          {...right}
          onAsk={() => requestAccess([right])}
          onGiveBack={canGiveBack ? () => void removeAccess([right]) : undefined}
        />
      ))}
    </ul>
  );
  return (
    <section>
      <h2>Sites</h2>
      <p>Marks show only where this browser lets the extension in. The toolbar button answers everywhere.</p>
      {rows(required, false)}
      <h3>More sites</h3>
      {rows(optional, true)}
      <ProductSites makers={products} />
    </section>
  );
}
