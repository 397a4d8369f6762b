import { useState } from 'preact/hooks';
import type { HostPermission } from '../../browser/host-access/host-permissions.ts';
import { HostRow } from './HostRow.tsx';
import { requestAccess, removeAccess } from './site-access.ts';

// More than anyone scans; typing filters the list.
const maxShown = 40;

/** Websites to be allowed one by one, the new ones first. */
export function ChooseSites({ sites }: { sites: readonly HostPermission[] }) {
  const [filter, setFilter] = useState('');
  const sorted = [...sites.filter(isNewSite), ...sites.filter((site) => !isNewSite(site))];
  const matching = sorted.filter(({ host }) => host.includes(filter.trim().toLowerCase()));
  return (
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
  );
}

/** Whether a site came with a newer catalog and was not allowed yet. */
export function isNewSite({ isNew, isGranted }: HostPermission): boolean {
  return isNew && !isGranted;
}
