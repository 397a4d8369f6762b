import { findMatch, isDamaged, lookupKeys, type PageMatch } from '../browser/catalog-db/badge-lookup.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld } from '../browser/isolated-world.ts';
import { badgePosition, hidesKey } from '../browser/user-data/public-settings.ts';
import { pageName } from '../catalog/page-id.ts';
import { noPage } from '../sites/no-page.ts';
import type { Page } from '../sites/page.ts';
import { ask } from './ask-background.ts';
import { createBadgeHost } from './host.ts';

type Stored = Record<string, unknown>;

/** `refresh` looks at the page again, `idsOf` gives the page ids of an address, and `forget` lets the next look start afresh. */
type Looks = { refresh(): void; idsOf(url: string): string[]; forget(): void };

/** Looks up in the stored catalog what a page is about, and shows its badge or takes it away. */
export function createLookup({ refresh, idsOf, forget }: Looks) {
  let badge: ReturnType<typeof createBadgeHost> | undefined;
  const clear = () => badge?.clear();

  return {
    clear,
    /** Ends once `isCurrent` says that a later look has begun. */
    async show(page: Page, isCurrent: () => boolean): Promise<void> {
      const { ids } = page;
      const stored = await read([...lookupKeys(ids), badgePosition.key, hidesKey]);
      if (!isCurrent()) return;

      const match = await matchIn(stored, ids);
      if (!match) clear();
      const found = match ?? (await findStated(page));
      if (!found) return;
      if (noPage(document, location.href)) {
        forget();
        return clear();
      }
      const isHidden = isolatedWorld.dismissedPage === ids[0] || (await isHiddenHere(stored[hidesKey]));
      if (!isCurrent()) return;
      const position = isHidden ? 'off' : badgePosition.from(stored[badgePosition.key]);
      badge ??= createBadgeHost(refresh, idsOf);
      const upstream = page.site && pageName(found.page);
      badge.show({
        ...found,
        position,
        on: page,
        ...(!match && { isStated: true, ...(upstream && { upstream }) }),
      });
    },
  };
}

/** The record in what was read. Where that is damaged, the background looks the page up, or what it was forked from. */
async function matchIn(stored: Stored, ids: string[], upstream?: string): Promise<PageMatch | undefined> {
  if (!isDamaged(stored, ids)) return findMatch(stored, ids);
  return (await ask('look-up', upstream === undefined ? null : { upstream }).catch(() => null)) ?? undefined;
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

/** What the catalog knows of the project that this page says it was forked or built from; only a page that names one costs a read. */
async function findStated({ site, segments, repositoryOf }: Page): Promise<PageMatch | undefined> {
  if (!site?.forkOf && !repositoryOf) return undefined;
  if (document.readyState === 'loading')
    await new Promise((ready) => document.addEventListener('DOMContentLoaded', ready, { once: true }));
  const page = site ? site.forkOf?.(document, segments) : repositoryOf?.(document, location.href);
  if (!page) return undefined;
  return matchIn(await read(lookupKeys([page])), [page], page);
}
