import type { FakeWeb } from '../harness/fake-web.ts';
import type { Target } from '../harness/target.ts';
import { catalogPage } from './catalog-page.ts';
import { layoutShift } from './layout-shift.ts';
import { heavy, light, long, longUnknown, react, serveLong, topic, unknown } from './pages.ts';
import { popupInTab } from './popup-in-tab.ts';
import type { Row } from './report.ts';
import { withRunning } from './running.ts';
import { contentScriptTime } from './script-time.ts';
import { taskTimeAdded } from './task-time.ts';
import { timeToBadge } from './time-to-badge.ts';
import { timeToPopup } from './time-to-popup.ts';

type Measured = { version: string; rows: Row[] };

/** Everything that is measured in Chromium. */
export async function inChromium(target: Target, web: FakeWeb, loads: number): Promise<Measured> {
  const rows: Row[] = [];
  let version = '';
  const [half, third] = [Math.ceil(loads / 2), Math.ceil(loads / 3)];
  await withRunning(target, web, ['ours', 'baseline', 'none'], async (running) => {
    version = await running.ours.browser.version();
    for (const page of [heavy, react]) rows.push(...(await timeToBadge(running, web, page, loads)));
    serveLong(web);
    // Processor time varies little and each trace is slow, so a third of the loads is enough.
    for (const [page, badges] of [
      [topic, 0],
      [unknown, 0],
      [heavy, 1],
      [longUnknown, 0],
      [long, 1],
    ] as const)
      rows.push(...(await contentScriptTime(running, web, page, badges, third)));
    for (const page of [light, heavy, long, unknown])
      rows.push(await taskTimeAdded(running, web, page, loads));
    for (const page of [light, react]) rows.push(await layoutShift(running, web, page));
    rows.push(await timeToPopup(running, web, half));
    rows.push(await popupInTab(running, half));
    rows.push(...(await catalogPage(running.ours, half)));
  });
  return { version, rows };
}

/** What WebDriver can measure in Firefox: no traces, no layout shifts, and no scripts before the page's own (seen 2026-11). */
export async function inFirefox(target: Target, web: FakeWeb, loads: number): Promise<Measured> {
  const rows: Row[] = [];
  let version = '';
  const half = Math.ceil(loads / 2);
  await withRunning(target, web, ['ours', 'baseline'], async (running) => {
    version = await running.ours.browser.version();
    for (const page of [heavy, react]) rows.push(...(await timeToBadge(running, web, page, half)));
    rows.push(await timeToPopup(running, web, half));
  });
  return { version, rows };
}
