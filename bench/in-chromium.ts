import type { FakeWeb } from '../harness/fake-web.ts';
import type { Target } from '../harness/target.ts';
import { catalogPage } from './catalog-page.ts';
import { contenders } from './extensions.ts';
import { layoutShift } from './layout-shift.ts';
import { heavy, light, long, longUnknown, playLong, react, topic, unknown } from './pages.ts';
import { popupInTab } from './popup-in-tab.ts';
import type { Row } from './report.ts';
import { withRunning } from './running.ts';
import { contentScriptTime } from './script-time.ts';
import { taskTimeAdded } from './task-time.ts';
import { timeToBadge } from './time-to-badge.ts';
import { timeToPopup } from './time-to-popup.ts';

/** Everything that is measured in Chromium. */
export async function inChromium(target: Target, web: FakeWeb, loads: number) {
  const rows: Row[] = [];
  let version = '';
  // Processor time varies little, and each trace takes its time.
  const traced = Math.ceil(loads / 3);
  await withRunning(target, web, contenders, async (running) => {
    version = await running.ours.browser.version();
    rows.push(...(await timeToBadge(running, web, heavy, loads)));
    rows.push(...(await timeToBadge(running, web, react, loads)));
    rows.push(...(await contentScriptTime(running, web, topic, 0, traced)));
    rows.push(...(await contentScriptTime(running, web, unknown, 0, traced)));
    rows.push(...(await contentScriptTime(running, web, heavy, 1, traced)));
    playLong(web);
    rows.push(...(await contentScriptTime(running, web, longUnknown, 0, traced)));
    rows.push(...(await contentScriptTime(running, web, long, 1, traced)));
    for (const each of [light, heavy, long, unknown])
      rows.push(await taskTimeAdded(running, web, each, loads));
    rows.push(await layoutShift(running, web, light));
    rows.push(await layoutShift(running, web, react));
    rows.push(await timeToPopup(running, web, Math.ceil(loads / 2)));
    rows.push(await popupInTab(running, Math.ceil(loads / 2)));
    rows.push(...(await catalogPage(running.ours, Math.ceil(loads / 2))));
  });
  return { version, rows };
}
