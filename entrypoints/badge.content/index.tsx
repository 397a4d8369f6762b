import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { findBadge, headKey, lookupKeys } from '../../browser/badge-lookup.ts';
import { settings } from '../../browser/settings.ts';
import { matches, pageIds, siteOf } from '../../sites/index.ts';
import { makeHost } from './host.tsx';
import { keepPlaced } from './keep-placed.ts';
import { onNavigation } from './on-navigation.ts';
import './shown.css';
import { tellToolbar } from './tell-toolbar.ts';

const { place, offHosts } = settings;

export default defineContentScript({
  matches,
  runAt: 'document_start',
  cssInjectionMode: 'manifest',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const host = makeHost(ctx);
    let looked = '';
    let shown = false;
    let takeAway = () => {};

    const look = async (again = false) => {
      const candidates = pageIds(location.href);
      if (looked === candidates.join() && !again) return;
      looked = candidates.join();
      if (candidates.length === 0) return clear();
      const stored = await browser.storage.local.get([...lookupKeys(candidates), place.key, offHosts.key]);
      if (ctx.isInvalid || looked !== candidates.join()) return;

      const record = findBadge(stored, candidates);
      if (record) watchSettings();
      if (!record || offHosts.from(stored[offHosts.key]).includes(location.hostname)) return clear();
      takeAway();
      shown = true;
      tellToolbar(record);
      const where = place.from(stored[place.key]);
      if (where === 'toolbar') return;
      host.show(record);
      takeAway = keepPlaced(host.element, where === 'corner' ? [] : (siteOf(location.href)?.anchors ?? []));
    };

    const clear = () => {
      takeAway();
      if (shown) tellToolbar(null);
      shown = false;
    };

    let watching = false;
    // Only a page that could show a mark needs to hear that settings or catalog changed.
    const watchSettings = () => {
      if (watching) return;
      watching = true;
      const hear = (changes: object) => {
        if ([headKey, place.key, offHosts.key].some((key) => key in changes)) void look(true);
      };
      browser.storage.local.onChanged.addListener(hear);
      ctx.onInvalidated(() => browser.runtime?.id && browser.storage.local.onChanged.removeListener(hear));
    };

    ctx.onInvalidated(() => takeAway());
    onNavigation(look, ctx.signal);
    // Nothing tells a page that the extension was switched off, but people do that in another tab and come back.
    document.addEventListener('visibilitychange', () => ctx.isInvalid, { signal: ctx.signal });
    return look();
  },
});
