import type { FakeWeb } from '../harness/fake-web.ts';
import type { Target } from '../harness/target.ts';
import { heavy, react } from './pages.ts';
import type { Row } from './report.ts';
import { withRunning } from './running.ts';
import { timeToBadge } from './time-to-badge.ts';
import { timeToPopup } from './time-to-popup.ts';

/** What Firefox tells over WebDriver: it has no traces, no layout shifts, and no scripts before its own pages'. */
export async function inFirefox(target: Target, web: FakeWeb, loads: number) {
  const rows: Row[] = [];
  let version = '';
  const fewer = Math.ceil(loads / 2);
  await withRunning(target, web, ['ours', 'floor'], async (running) => {
    version = await running.ours.browser.version();
    rows.push(...(await timeToBadge(running, web, heavy, fewer)));
    rows.push(...(await timeToBadge(running, web, react, fewer)));
    rows.push(await timeToPopup(running, web, fewer));
  });
  return { version, rows };
}
