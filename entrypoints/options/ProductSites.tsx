import { useState } from 'preact/hooks';
import { missingPermissions, type HostPermission } from '../../browser/host-access/host-permissions.ts';
import { HostRow } from './HostRow.tsx';
import { requestAccess, removeAccess } from './site-access.ts';

// More than anyone scans; typing filters the list.
const maxShown = 40;

/** The tools' own websites: allowed all at once by one press, or one by one. */
export function ProductSites({ sites }: { sites: readonly HostPermission[] }) {
  const [typed, setTyped] = useState('');
  const granted = sites.filter(({ isGranted }) => isGranted);
  const missing = missingPermissions(sites);
  const fresh = sites.filter(isFresh);
  const found = [...fresh, ...sites.filter((site) => !isFresh(site))].filter(({ host }) =>
    host.includes(typed.trim().toLowerCase()),
  );
  return (
    <>
      <h3>Vendor websites</h3>
      <p>
        {granted.length > 0
          ? `On for ${granted.length} of ${sites.length}. `
          : `Off on all ${sites.length}. `}
        Turn on to see badges on the tools’ own sites. New sites are never turned on automatically.
        {fresh.length > 0 && ` New sites, listed first: ${fresh.length}.`}
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
            value={typed}
            placeholder="docs.example.com"
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
        <ul>
          {found.slice(0, maxShown).map((site) => (
            <HostRow
              key={site.host}
              {...site}
              onAllow={() => requestAccess([site])}
              onRemove={() => void removeAccess([site])}
            />
          ))}
        </ul>
        {found.length === 0 && <p>No matching site</p>}
        {found.length > maxShown && <p>{found.length - maxShown} more. Type to filter.</p>}
      </details>
    </>
  );
}

function isFresh({ isNew, isGranted }: HostPermission): boolean {
  return isNew && !isGranted;
}
