import { useState } from 'preact/hooks';
import { missingPermissions, type HostPermission } from '../../browser/host-access/host-permissions.ts';
import { HostRow } from './HostRow.tsx';
import { requestAccess, removeAccess } from './site-access.ts';

// More than a person scans; typing narrows it.
const mostShown = 40;

/** The sites that the tools' makers keep themselves: all at once by one press, or one by one. */
export function ProductSites({ makers }: { makers: readonly HostPermission[] }) {
  const [typed, setTyped] = useState('');
  const granted = makers.filter(({ isGranted }) => isGranted);
  const missing = missingPermissions(makers);
  const fresh = makers.filter(isFresh);
  const found = [...fresh, ...makers.filter((right) => !isFresh(right))].filter(({ host }) =>
    host.includes(typed.trim().toLowerCase()),
  );
  return (
    <>
      <h3>The makers’ own sites</h3>
      <p>
        {makers.length.toLocaleString('en')} sites of the catalog’s tools,{' '}
        {granted.length.toLocaleString('en')} allowed. There a mark stands beside the site’s name or in a
        corner. Sites that come with newer data are never allowed by themselves.
        {fresh.length > 0 && ` ${fresh.length.toLocaleString('en')} came so: marked “new” below.`}
      </p>
      <p class="actions">
        {missing.length > 0 && (
          <button class="btn" type="button" onClick={() => requestAccess(missing)}>
            {granted.length > 0 ? 'Show marks on the other' : 'Show marks on all'} {missing.length}{' '}
            {missing.length === 1 ? 'site' : 'sites'}
          </button>
        )}
        {granted.length > 0 && (
          <button class="btn" type="button" onClick={() => void removeAccess(granted)}>
            Take all {granted.length} back
          </button>
        )}
      </p>
      <details>
        <summary>One by one</summary>
        <label>
          Find a site{' '}
          <input
            value={typed}
            placeholder="docs.example.com"
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
        <ul>
          {found.slice(0, mostShown).map((right) => (
            <HostRow
              key={right.host}
              {...right}
              onAsk={() => requestAccess([right])}
              onGiveBack={() => void removeAccess([right])}
            />
          ))}
        </ul>
        {found.length === 0 && <p>No site of the catalog has that in its name.</p>}
        {found.length > mostShown && <p>{found.length - mostShown} more; type to narrow the list.</p>}
      </details>
    </>
  );
}

function isFresh({ isNew, isGranted }: HostPermission): boolean {
  return isNew && !isGranted;
}
