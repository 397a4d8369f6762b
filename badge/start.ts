import type { AnyAddress } from '../sites/address.ts';
import type { Page } from '../sites/page.ts';
import { isContextValid, onNavigation } from './lifecycle.ts';
import { createLookup } from './lookup.ts';

/**
 * Shows a badge while the page is about a known tool. Most pages end at their address, which no tool has, or after one read of
 * storage. `pageAt` says which page an address names, of those that this script is for. Resolves after the first look.
 */
export function startBadge(pageAt: (address: AnyAddress) => Page): Promise<void> | void {
  let lookup: ReturnType<typeof createLookup> | undefined;
  let currentIds: string | undefined;
  let looks = 0;

  function refresh(force = false): Promise<void> | void {
    const page = pageAt(location);
    const joinedIds = page.ids.join();
    if (currentIds === joinedIds && !force) return;
    // Not at the first look: asking costs half a millisecond, and a script that has just started is valid.
    if (currentIds !== undefined && !isContextValid()) return;
    currentIds = joinedIds;
    // An earlier look that waits for the background must not undo what a later one found.
    const look = (looks += 1);
    if (page.ids.length === 0) return lookup?.clear();
    lookup ??= createLookup({
      refresh: () => void refresh(true),
      idsOf: (url) => pageAt(url).ids,
      // A client-side navigation within the tool's pages may lead to a page that is one.
      forget: () => (currentIds = ''),
    });
    return lookup.show(page, () => look === looks);
  }

  onNavigation(() => void refresh());
  return refresh();
}
