import { HostRow } from './HostRow.tsx';
import { FeedSites, ProductSites } from './ProductSites.tsx';
import { Unread } from './Unread.tsx';
import { requestAccess, permissions, removeAccess } from './site-access.ts';

/** The sites on which badges may show, with buttons to allow more and to remove access, host by host. */
export function Sites() {
  const state = permissions.value;
  if (state === undefined) return null;
  if (state === null)
    return (
      <section>
        <h2>Sites</h2>
        <Unread part={state} />
      </section>
    );
  const { required, optional, products, ofFeeds } = state;
  const rows = (list: typeof required, canRemove: boolean) => (
    <ul>
      {list.map((host) => (
        <HostRow
          key={host.host}
          {...host}
          onAllow={() => requestAccess([host])}
          onRemove={canRemove ? () => void removeAccess([host]) : undefined}
        />
      ))}
    </ul>
  );
  return (
    <section>
      <h2>Sites</h2>
      <p>Badges appear on sites you allow. The toolbar button works everywhere.</p>
      {rows(required, false)}
      <h3>More sites</h3>
      {rows(optional, true)}
      <ProductSites sites={products} />
      <FeedSites sites={ofFeeds} />
    </section>
  );
}
