import browser from 'webextension-polyfill';
import product from '../product.json' with { type: 'json' };
import { openCatalog } from './catalog-db/open-catalog.ts';
import { readNews } from './user-data/news.ts';
import { readSetting, settings } from './user-data/settings.ts';

/** What the icon has behind the number of changes; white text on it has a contrast of 6 to 1. */
export const newsColour = '#1d4ed8';
const maxShown = 99;

/** How many changes of watched tools nobody has seen yet. */
async function countNewOfWatched(): Promise<number> {
  const watched = await readSetting(settings.watched);
  if (watched.length === 0) return 0;
  const unseen = (await readNews()).filter(({ isNew }) => isNew);
  if (unseen.length === 0) return 0;
  const catalog = await openCatalog();
  const idsOf = async (id: string) => {
    const tool = (await catalog.entry(id).catch(() => undefined))?.tool;
    return tool ? [tool.id, ...(tool.formerIds ?? [])] : [id];
  };
  const ids = new Set((await Promise.all(watched.map(idsOf))).flat());
  return unseen.filter(({ tool }) => ids.has(tool)).length;
}

/** Shows that number on the toolbar icon, wherever a tab has no tool whose verdict stands there. */
export async function showNewsOnIcon(): Promise<void> {
  const count = await countNewOfWatched();
  const text = count > maxShown ? `${maxShown}+` : String(count || '');
  const changes = `${count.toLocaleString('en')} new ${count === 1 ? 'change' : 'changes'}`;
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: newsColour }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({
      title: count === 0 ? product.name : `${product.name}: ${changes} to tools you watch`,
    }),
  ]);
}
