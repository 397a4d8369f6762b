import type { Extension } from './extension.ts';
import { readItems } from './stored-items.ts';

type Api = { storage: { session: { get(): Promise<object> } } };

/** What the extension stores about pages, as JSON: all of its session storage, and the pages on which a badge is hidden. */
export async function storedPages(extension: Extension): Promise<string> {
  const session = await extension.run(() => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    return (browser ?? chrome)!.storage.session.get();
  });
  return JSON.stringify([session, await readItems(extension, ['dismissedPages'])]);
}
