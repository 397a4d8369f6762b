import { findMatch, lookupKeys, readHead, type PageMatch } from '../browser/catalog-db/badge-lookup.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld } from '../browser/isolated-world.ts';
import { badgePosition, hidesKey } from '../browser/user-data/public-settings.ts';
import { pageName } from '../catalog/page-id.ts';
import { noPage } from '../sites/no-page.ts';
import type { Page } from '../sites/page.ts';
import { ask } from './ask-background.ts';
import { createBadgeHost } from './host.ts';
import { isContextValid, onNavigation } from './lifecycle.ts';

type Stored = Record<string, unknown>;

/**
 * Shows a badge while the page is about a known tool. Most pages end at their address, which no tool has, or after one read of
 * storage. `pageAt` says which page an address names, of those that this script is for. Resolves after the first look.
 */
export function startBadge(pageAt: (url: string) => Page): Promise<void> {
  const badge = createBadgeHost(
    () => void refresh(true),
    (url) => pageAt(url).ids,
  );
  let currentIds: string | undefined;

  async function refresh(force = false) {
    const page = pageAt(location.href);
    const { ids } = page;
    const [ownId] = ids;
    const joinedIds = ids.join();
    if (currentIds === joinedIds && !force) return;
    // Not at the first look: asking costs half a millisecond, and a script that has just started is valid.
    if (currentIds !== undefined && !isContextValid()) return;
    currentIds = joinedIds;
    if (ownId === undefined) return badge.clear();
    const stored = await read([...lookupKeys(ids), badgePosition.key, hidesKey]);
    if (currentIds !== joinedIds) return;

    const match = readHead(stored) ? findMatch(stored, ids) : await ask('look-up').catch(() => undefined);
    if (!match) badge.clear();
    const found = match ?? (await findUpstream(page));
    if (!found) return;
    if (noPage(document, location.href)) {
      // A client-side navigation within the tool's pages may lead to one.
      currentIds = '';
      return badge.clear();
    }
    const isHidden = isolatedWorld.dismissedPage === ownId || (await isHiddenHere(stored[hidesKey]));
    if (currentIds !== joinedIds) return;
    const position = isHidden ? 'off' : badgePosition.from(stored[badgePosition.key]);
    badge.show({ ...found, position, on: page, ...(!match && { upstream: pageName(found.page) }) });
  }

  onNavigation(() => void refresh());
  return refresh();
}

/** What is stored under these keys; nothing where the browser has no storage for the extension. */
async function read(keys: string[]): Promise<Stored> {
  try {
    return await chromeApi.storage.local.get<Stored>(keys);
  } catch {
    return {};
  }
}

/**
 * Whether the badge is hidden on this page, which only the background knows. A script that it does not answer has no access to
 * the page any more; without any background, the badge shows. Asks again if what is hidden has changed meanwhile.
 */
async function isHiddenHere(hides: unknown): Promise<boolean> {
  if (hides === 0) return false;
  const isHidden = await ask('is-hidden').catch(() => false);
  const { [hidesKey]: now } = await read([hidesKey]);
  return now === hides ? isHidden !== false : (await ask('is-hidden').catch(() => false)) !== false;
}

/** What the catalog knows of the project that this page was forked from; only a page that names one costs a read. */
async function findUpstream({ site, segments }: Page): Promise<PageMatch | undefined> {
  if (!site?.forkOf) return undefined;
  if (document.readyState === 'loading')
    await new Promise((ready) => document.addEventListener('DOMContentLoaded', ready, { once: true }));
  const page = site.forkOf(document, segments);
  if (!page) return undefined;
  return findMatch(await read(lookupKeys([page])), [page]);
}
