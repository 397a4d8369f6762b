import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { ensureCatalog, installCatalog } from '../browser/feeds/install.ts';
import { planRefresh, refreshAlarm } from '../browser/feeds/plan-refresh.ts';
import { refreshFeeds } from '../browser/feeds/refresh.ts';
import { answerPage } from '../browser/answer-page.ts';
import { answerWith } from '../browser/messages.ts';
import { markOpenTabs } from '../browser/marked-hosts.ts';
import { compareRights, rightsGranted, rightsTakenBack } from '../browser/rights-change.ts';
import { watchPage } from '../browser/watch-page.ts';
import { openComparison, openVerdict } from '../browser/open.ts';
import { showShare } from '../browser/toolbar.ts';
import { welcome } from '../browser/welcome.ts';

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onInstalled.addListener(
      ({ reason }) =>
        void installCatalog()
          .then(compareRights)
          .then(() => markOpenTabs())
          .then(() => planRefresh())
          .then(() => welcome(reason)),
    );
    browser.runtime.onStartup.addListener(
      () =>
        void ensureCatalog()
          .then(compareRights)
          .then(() => planRefresh()),
    );
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === refreshAlarm) void refreshFeeds();
    });
    browser.permissions.onAdded.addListener(({ origins }) => void rightsGranted(origins));
    browser.permissions.onRemoved.addListener(({ origins }) => void rightsTakenBack(origins));
    browser.runtime.onMessage.addListener(
      answerWith<browser.Runtime.MessageSender>({
        'tool-on-page': async (tool, { tab }) => {
          await Promise.all([showShare(tool, tab?.id), tool?.wantsWatch && watchPage(tab?.id)]);
        },
        'page-says': (said, { tab }) => answerPage(tab, said),
        'open-verdict': ({ tool, rival }, { tab }) => openVerdict(tool, rival, tab),
        'open-comparison': ({ left, right }, { tab }) => openComparison(left, right, tab),
        'repair-catalog': () => installCatalog(),
        'feeds-changed': () => installCatalog().then(() => planRefresh()),
        'refresh-feed': ({ feed }) => refreshFeeds(feed),
      }),
    );
  },
});
