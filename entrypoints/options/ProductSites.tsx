import { missingPermissions, type HostPermission } from '../../browser/host-access/host-permissions.ts';
import { ChooseSites, isNewSite } from './ChooseSites.tsx';
import { NoticeAt } from './NoticeAt.tsx';
import { manySites, requestAccess, removeAccess } from './site-access.ts';
import { isOn } from './switched-off.ts';

/** The tools' own websites: allowed all at once by one press, or one by one. */
export function ProductSites({ sites }: { sites: readonly HostPermission[] }) {
  const granted = sites.filter(({ isGranted }) => isGranted);
  const on = sites.filter(isOn).length;
  const missing = missingPermissions(sites);
  const newSites = sites.filter(isNewSite);
  return (
    <>
      <h3>Vendor websites</h3>
      <p>
        {on > 0 ? `On for ${on} of ${sites.length}. ` : `Off on all ${sites.length}. `}
        Turn on to see badges on the tools’ own sites. New sites are never turned on automatically.
        {newSites.length > 0 && ` New sites, listed first: ${newSites.length}.`}
      </p>
      <p class="actions">
        {missing.length > 0 && (
          <button class="btn" type="button" onClick={() => requestAccess(missing, manySites)}>
            {granted.length > 0 ? 'Allow the remaining' : 'Allow all'} {missing.length}
          </button>
        )}
        {granted.length > 0 && (
          <button class="btn" type="button" onClick={() => void removeAccess(granted, manySites)}>
            Remove all {granted.length}
          </button>
        )}
      </p>
      <NoticeAt at={manySites} />
      <ChooseSites sites={sites} />
    </>
  );
}

/** The websites that only feeds name as tools' own, which are allowed one by one alone: a feed can name any site. */
export function FeedSites({ sites }: { sites: readonly HostPermission[] }) {
  if (sites.length === 0) return null;
  return (
    <>
      <h3>Websites named by feeds</h3>
      <p>
        Allow only those you know. A feed can name any site, and badges there can say what the feed wants.
      </p>
      <ChooseSites sites={sites} />
    </>
  );
}
