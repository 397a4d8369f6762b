import { positionNames } from '../../browser/user-data/position-names.ts';
import { HostRow } from './HostRow.tsx';
import { FeedSites, ProductSites } from './ProductSites.tsx';
import { Unread } from './Unread.tsx';
import { SitesByGroup } from './SitesByGroup.tsx';
import { loaded } from './preferences.ts';
import { requestAccess, permissions } from './site-access.ts';

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
  return (
    <section>
      <h2>Sites</h2>
      <p>Badges appear on sites you allow. The toolbar button works everywhere.</p>
      {loaded.value?.badgePosition === 'toolbar' && (
        <p>The badge position is “{positionNames.toolbar}”, so no page shows one now.</p>
      )}
      <ul>
        {required.map((site) => (
          <HostRow key={site.host} {...site} onAllow={() => requestAccess([site])} />
        ))}
      </ul>
      <h3>More sites</h3>
      <p>Off until you allow them, one by one.</p>
      <SitesByGroup sites={optional} />
      <ProductSites sites={products} />
      <FeedSites sites={ofFeeds} />
    </section>
  );
}
