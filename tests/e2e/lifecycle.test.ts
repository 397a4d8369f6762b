import { expect } from 'vitest';
import { badgeHost, badgeText } from '../../harness/badge.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser, unknownRepository } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('the toolbar icon', () => {
  test('shows the share on tabs with a tool, and nothing on others', async ({ visit, openPage }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const options = await openPage('options.html');
    const shows = (url: string) => options.evaluate(toolbarOf, url);
    await until('the count', async () => (await shows(axolotl))?.text === '3/4');
    expect(await shows(axolotl)).toEqual({ text: '3/4', title: 'Axolotl: Ship, 3 of 4 reviewers' });
    await visit(unknownRepository);
    expect(await shows(unknownRepository)).toEqual({ text: '', title: 'Hullmark' });
  });
});

inEachBrowser('an extension that was removed', () => {
  test('takes its badge with it, at the latest when the tab is shown again', async ({ visit, extension }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const host = await badgeHost(page);
    const other = await visit(unknownRepository);
    await other.bringToFront();
    await extension.remove();
    await page.bringToFront();
    await until('the badge to go', () =>
      host.evaluate((element) => !element.isConnected || !element.checkVisibility()),
    );
  });
});

// Runs inside a page of the extension.
async function toolbarOf(url: string): Promise<{ text: string; title: string } | undefined> {
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  const { tabs, action } = (browser ?? chrome)!;
  const [tab] = await tabs.query({ url });
  if (!tab) return undefined;
  return {
    text: await action.getBadgeText({ tabId: tab.id }),
    title: await action.getTitle({ tabId: tab.id }),
  };
}

type OfTab = { tabId: number };
type Api = {
  tabs: { query(what: { url: string }): Promise<{ id: number }[]> };
  action: { getBadgeText(of: OfTab): Promise<string>; getTitle(of: OfTab): Promise<string> };
};
