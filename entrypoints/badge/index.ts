import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { native } from '../../browser/native.ts';
import { findBadge, lookupKeys } from '../../browser/badge-lookup.ts';
import { settings } from '../../browser/settings.ts';
import { pageIds, siteOf } from '../../sites/index.ts';
import { isAlive } from './life.ts';
import { makeMark } from './mark.tsx';
import { onNavigation } from './on-navigation.ts';

const { place, offHosts } = settings;

// The address is asked first and storage next, before anything else is set up: most pages end there.
export default defineUnlistedScript(() => {
  const mark = makeMark(() => void look(true));
  let looked = '';

  async function look(again = false) {
    const candidates = pageIds(location.href);
    const key = candidates.join();
    if ((looked === key && !again) || !isAlive()) return;
    looked = key;
    if (candidates.length === 0) return mark.clear();
    const stored = await native.storage.local.get([...lookupKeys(candidates), place.key, offHosts.key]);
    if (looked !== key) return;

    const record = findBadge(stored, candidates);
    if (!record) return mark.clear();
    const isOff = offHosts.from(stored[offHosts.key]).includes(location.hostname);
    const where = isOff ? 'off' : place.from(stored[place.key]);
    mark.show(record, where, siteOf(location.href)?.anchors ?? []);
  }

  void look();
  onNavigation(() => void look());
});
