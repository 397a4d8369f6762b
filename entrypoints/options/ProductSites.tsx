import { useState } from 'preact/hooks';
import { missingPermissions, type HostPermission } from '../../browser/host-access/host-permissions.ts';
import { HostRow } from './HostRow.tsx';
import { requestAccess, removeAccess } from './site-access.ts';

// More than anyone scans; typing filters the list.
const maxShown = 40;

/** The tools' own websites: allowed all at once by one press, or one by one. */
export function ProductSites({ sites }: { sites: readonly HostPermission[] }) {
  const [filter, setFilter] = useState('');
  const granted = sites.filter(({ isGranted }) => isGranted);
  const missing = missingPermissions(sites);
  const newSites = sites.filter(isNewSite);
  const matching = [...newSites, ...sites.filter((site) => !isNewSite(site))].filter(({ host }) =>
    host.includes(filter.trim().toLowerCase()),
  );
  return (
    <>
      <h3>Vendor websites</h3>
      <p>
        {granted.length > 0
          ? `On for ${granted.length} of ${sites.length}. `
          : `Off on all ${sites.length}. `}
        Turn on to see badges on the tools’ own sites. New sites are never turned on automatically.
        {newSites.length > 0 && ` New sites, listed first: ${newSites.length}.`}
      </p>
      <p class="actions">
        {missing.length > 0 && (
          <button class="btn" type="button" onClick={() => requestAccess(missing)}>
            {granted.length > 0 ? 'Allow the remaining' : 'Allow all'} {missing.length}
          </button>
        )}
        {granted.length > 0 && (
          <button class="btn" type="button" onClick={() => void removeAccess(granted)}>
            Remove all {granted.length}
          </button>
        )}
      </p>
      <details>
        <summary>Choose sites</summary>
        <label>
          Filter{' '}
          <input
            value={filter}
            placeholder="docs.example.com"
            onInput={({ currentTarget }) => setFilter(currentTarget.value)}
          />
        </label>
        <ul>
          {matching.slice(0, maxShown).map((site) => (
            <HostRow
              key={site.host}
              {...site}
              onAllow={() => requestAccess([site])}
              onRemove={() => void removeAccess([site])}
            />
          ))}
        </ul>
        {matching.length === 0 && <p>No matching site</p>}
        {matching.length > maxShown && <p>{matching.length - maxShown} more. Type to filter.</p>}
      </details>
    </>
  );
}

function isNewSite({ isNew, isGranted }: HostPermission): boolean {
  return isNew && !isGranted;
}
