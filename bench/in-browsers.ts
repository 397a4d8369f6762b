import type { FakeWeb } from '../harness/fake-web.ts';
import type { Target } from '../harness/target.ts';
import { breakdown } from './breakdown.ts';
import { catalogPage } from './catalog-page.ts';
import { heavy, light, long, longUnknown, react, serveLong, shown, topic, unknown } from './pages.ts';
import { popupInTab, timeToPopup } from './popup.ts';
import type { Row } from './report.ts';
import { withRunning } from './running.ts';
import { contentScriptTime } from './script-time.ts';
import { timeToBadge } from './time-to-badge.ts';
import { layoutShift, taskTimeAdded } from './with-and-without.ts';

type Measured = { version: string; rows: Row[] };

export function inChromium(target: Target, web: FakeWeb, loads: number): Promise<Measured> {
  const [half, third] = [Math.ceil(loads / 2), Math.ceil(loads / 3)];
  return withRunning(target, web, ['ours', 'baseline', 'none'], async (running) => {
    const rows: Row[] = [];
    for (const page of shown(web, heavy, react)) rows.push(...(await timeToBadge(running, page, loads)));
    serveLong(web);
    // Processor time varies little and each trace is slow, so a third of the loads is enough.
    for (const page of shown(web, topic, unknown, heavy, longUnknown, long))
      rows.push(...(await contentScriptTime(running, page, third)));
    for (const page of shown(web, light, heavy, long, unknown))
      rows.push(await taskTimeAdded(running, page, loads));
    for (const page of shown(web, light, react)) rows.push(await layoutShift(running, page));
    web.use(heavy.variant);
    rows.push(await timeToPopup(running, half), await popupInTab(running, half));
    rows.push(...(await catalogPage(running.ours, half)));
    return { version: await running.ours.browser.version(), rows };
  });
}

/** Where the time of the content scripts goes, page by page; Chromium only. */
export function whereTimeGoes(target: Target, web: FakeWeb, loads: number): Promise<Row[]> {
  return withRunning(target, web, ['ours', 'baseline'], async (running) => {
    const rows: Row[] = [];
    for (const page of shown(web, topic, unknown, light, heavy))
      rows.push(...(await breakdown(running, page, Math.ceil(loads / 3))));
    return rows;
  });
}

/** What WebDriver can measure in Firefox: no traces, no layout shifts, and no scripts before the page's own (seen 2026-11). */
export function inFirefox(target: Target, web: FakeWeb, loads: number): Promise<Measured> {
  const half = Math.ceil(loads / 2);
  return withRunning(target, web, ['ours', 'baseline'], async (running) => {
    const rows: Row[] = [];
    for (const page of shown(web, heavy, react)) rows.push(...(await timeToBadge(running, page, half)));
    web.use(heavy.variant);
    rows.push(await timeToPopup(running, half));
    return { version: await running.ours.browser.version(), rows };
  });
}
