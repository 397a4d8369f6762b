import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { watchPublished } from '../browser/catalog-db/check-published.ts';
import { repairWith } from '../browser/catalog-db/open-catalog.ts';
import { ensureCatalog, followSubscriptions, rebuildCatalog } from '../browser/feed-client/rebuild.ts';
import { refreshFeeds, repairCatalog } from '../browser/feed-client/refresh.ts';
import { correctSchedule, scheduleRefresh, refreshAlarm } from '../browser/feed-client/schedule.ts';
import { answerWith } from '../browser/messages.ts';
import { injectIntoOpenTabs } from '../browser/host-access/content-script.ts';
import {
  reconcileContentScript,
  onPermissionsAdded,
  onPermissionsRemoved,
} from '../browser/host-access/permission-events.ts';
import { showNewsOnIcon } from '../browser/news-on-icon.ts';
import { pageHandlers } from '../browser/page-messages.ts';
import { openWelcomePage } from '../browser/pages.ts';
import { senderOf } from '../browser/senders.ts';
import { runSteps } from '../browser/start-steps.ts';
import { throttled } from '../browser/throttle.ts';
import { publishHides, watchHides } from '../browser/user-data/hidden-badges.ts';
import { itemHandlers } from '../browser/user-data/user-db.ts';

// A page that cannot read the catalog asks for this, and mostly others do then too.
const repairIntervalMs = 5_000;

export default defineBackground({
  type: 'module',
  main() {
    const repair = throttled(
      () => runSteps({ 'prepare the catalog': repairCatalog, 'schedule the feeds': scheduleRefresh }),
      repairIntervalMs,
    );
    watchPublished(repair);
    repairWith(repair);
    browser.runtime.onInstalled.addListener(
      ({ reason }) =>
        void runSteps({
          'publish what is hidden': publishHides,
          'prepare the catalog': rebuildCatalog,
          'register the badge': reconcileContentScript,
          'schedule the feeds': scheduleRefresh,
          'show what is new on the icon': showNewsOnIcon,
          'open the welcome page': () => openWelcomePage(reason),
          // Last, since pages answer when they like.
          'add the badge to open tabs': injectIntoOpenTabs,
        }),
    );
    browser.runtime.onStartup.addListener(
      () =>
        void runSteps({
          'publish what is hidden': publishHides,
          'prepare the catalog': ensureCatalog,
          'register the badge': reconcileContentScript,
          'schedule the feeds': scheduleRefresh,
          'show what is new on the icon': showNewsOnIcon,
        }),
    );
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === refreshAlarm) void refreshFeeds();
    });
    browser.permissions.onAdded.addListener(({ origins }) => void onPermissionsAdded(origins));
    browser.permissions.onRemoved.addListener(({ origins }) => void onPermissionsRemoved(origins));
    watchHides();
    correctSchedule().catch((error) => console.warn('The alarm cannot be checked.', error));
    const own = { id: browser.runtime.id, origin: browser.runtime.getURL('') };
    browser.runtime.onMessage.addListener(
      answerWith<browser.Runtime.MessageSender>((sender) => senderOf(sender, own), {
        ...pageHandlers,
        ...itemHandlers(),
        'repair-catalog': repair,
        'start-again': () =>
          runSteps({
            'publish what is hidden': publishHides,
            'prepare the catalog': repairCatalog,
            'register the badge': reconcileContentScript,
            'schedule the feeds': scheduleRefresh,
            'add the badge to open tabs': injectIntoOpenTabs,
          }),
        'feeds-changed': () => followSubscriptions().finally(scheduleRefresh),
        'refresh-feed': ({ feed }) => refreshFeeds(feed),
      }),
    );
  },
});
