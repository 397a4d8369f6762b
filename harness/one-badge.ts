import type { Page } from 'puppeteer-core';
import { badgeCount, badgePlace } from './badge.ts';
import { pageQuiet } from './page-quiet.ts';
import { until } from './until.ts';

/** Waits for one badge beside the name, and makes sure that it stays one. */
export async function oneBadge(page: Page): Promise<void> {
  await until('one badge beside the name', async () => {
    return (await badgePlace(page)) !== 'corner' && (await badgeCount(page)) === 1;
  });
  await pageQuiet(page);
  const count = await badgeCount(page);
  if (count !== 1) throw new Error(`There are ${count} badges on ${page.url()}.`);
}
