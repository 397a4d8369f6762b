import type { Extension } from './extension.ts';

type Area = { get(): Promise<object> };
type Api = { storage: { session: Area; local: { get(keys: string[]): Promise<object> } } };

/** What the extension stores about pages, as JSON: all of its session storage, and what people did with pages. */
export function storedPages(extension: Extension): Promise<string> {
  return extension.run(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    const { session, local } = (browser ?? chrome)!.storage;
    return JSON.stringify([await session.get(), await local.get(['dismissedPages'])]);
  });
}
