import type { SitePermission } from '../../browser/host-access/host-permissions.ts';
import type { SiteGroup } from '../../sites/site.ts';
import { HostRow } from './HostRow.tsx';
import { requestAccess, removeAccess } from './site-access.ts';
import { isOn } from './switched-off.ts';

const titles: Record<SiteGroup, string> = {
  code: 'Code',
  models: 'Models',
  packages: 'Packages',
  images: 'Container images',
  extensions: 'Extensions',
  docs: 'Docs and papers',
};

/** The sites with optional access, folded by what they are for; each is allowed alone, so that nobody allows many by accident. */
export function SitesByGroup({ sites }: { sites: readonly SitePermission[] }) {
  return (
    <>
      {(Object.entries(titles) as [SiteGroup, string][]).map(([group, title]) => {
        const members = sites.filter((site) => site.group === group);
        const on = members.filter(isOn).length;
        return (
          members.length > 0 && (
            <details key={group}>
              <summary>
                {title}{' '}
                <span class="quiet">
                  {on} of {members.length} on
                </span>
              </summary>
              <ul>
                {members.map((site) => (
                  <HostRow
                    key={site.host}
                    {...site}
                    onAllow={() => requestAccess([site])}
                    onRemove={() => void removeAccess([site])}
                  />
                ))}
              </ul>
            </details>
          )
        );
      })}
    </>
  );
}
