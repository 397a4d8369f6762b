import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findMatch, lookupKeys } from '../../browser/badge-lookup.ts';
import { now } from '../../browser/clock.ts';
import { native } from '../../browser/native.ts';
import { ownWorld } from '../../browser/own-world.ts';
import { settings, type Place } from '../../browser/settings.ts';
import { isWithdrawn, withdrawnKey } from '../../browser/withdrawn.ts';
import { pageName } from '../../catalog/page-notes.ts';
import { pageIds, siteOf } from '../../sites/index.ts';
import { isAlive, lifetime } from './life.ts';
import { keepMark } from './keep-mark.ts';
import { onNavigation } from './on-navigation.ts';
import { originalOf } from './original-of.ts';

const { place, offHosts, wrongPages } = settings;
const settingKeys = [place.key, offHosts.key, wrongPages.key, withdrawnKey];

const nothing = 'nothing yet';

// The address is asked first and storage next, before anything else is set up: most pages end there.
export default defineUnlistedScript({ main });

function main(): Promise<void> {
  const startedAt = now();
  const mark = keepMark(() => void look(true));
  let looked = nothing;

  async function look(again = false) {
    const [own, ...shorter] = pageIds(location.href);
    const key = [own, ...shorter].join();
    if (looked === key && !again) return;
    // A script that has just started lives, and to ask costs a page that is no tool's half a millisecond.
    if (looked !== nothing && !isAlive()) return;
    looked = key;
    if (!own) return mark.clear();
    const stored = await native.storage.local.get([...lookupKeys([own, ...shorter]), ...settingKeys]);
    if (looked !== key) return;

    const site = siteOf(location.href);
    const where = whereIn(stored, own);
    const match = findMatch(stored, [own, ...shorter]);
    if (match) return mark.show({ ...match, where, site });
    mark.clear();
    const original = site && (await originalOf(site));
    if (original && looked === key) mark.show({ ...original, where, site, fork: pageName(original.page) });
  }

  function whereIn(stored: Record<string, unknown>, page: string): Place | 'off' {
    const isOff =
      ownWorld.away === page ||
      isWithdrawn(stored[withdrawnKey], location.hostname, startedAt) ||
      offHosts.from(stored[offHosts.key]).includes(location.hostname) ||
      wrongPages.from(stored[wrongPages.key]).includes(page);
    return isOff ? 'off' : place.from(stored[place.key]);
  }

  onNavigation(() => void look(), lifetime);
  // Whoever injected this hears when the first look is done, so that a right taken back meanwhile comes after it.
  return look();
}
