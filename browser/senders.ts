/** One of our own pages, in a tab or as the popup. */
export type OwnPage = { kind: 'own-page' };
/** Our content script in the top frame of a page; `url` is the address that the tab shows now, `host` the host of it. */
export type PageScript = { kind: 'content-script'; tab: SenderTab; url: string; host: string };
export type Sender = OwnPage | PageScript;
export type SenderTab = { id: number; windowId: number; index: number; incognito: boolean };

/** What a browser says of a sender, as far as it is used here. */
export type RawSender = {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  documentLifecycle?: string;
  tab?: Partial<SenderTab> & { url?: string };
};

/**
 * Who sent a message, by what the browser says of the sender and never by what the sender says; nothing where that does not add
 * up. `own` is this extension: its id, and its origin as of `runtime.getURL('')`.
 */
export function senderOf(
  { id, url, origin, tab, frameId, documentLifecycle = 'active' }: RawSender,
  own: { id: string; origin: string },
): Sender | undefined {
  if (id !== own.id || typeof origin !== 'string' || typeof url !== 'string') return undefined;
  // The popup has neither tab nor frame; a page of ours inside another page has another frame.
  if (tab ? frameId !== 0 : frameId !== undefined && frameId !== 0) return undefined;
  if (documentLifecycle !== 'active') return undefined;
  const ownOrigin = own.origin.replace(/\/$/, '');
  if (origin === ownOrigin) return originOf(url) === ownOrigin ? { kind: 'own-page' } : undefined;
  return pageScript(origin, url, tab);
}

// After `history.pushState` a sender's own address stays that of the load, in both browsers (seen 2026-11), so only the tab's
// is right. The tab has none where access to its host was revoked.
function pageScript(origin: string, url: string, tab: RawSender['tab']): PageScript | undefined {
  if (tab?.id === undefined || tab.windowId === undefined || tab.url === undefined) return undefined;
  if (!origin.startsWith('https://') || [url, tab.url].some((each) => originOf(each) !== origin))
    return undefined;
  const { id, windowId, index = 0, incognito = true } = tab;
  return {
    ...{ kind: 'content-script', url: tab.url, host: new URL(tab.url).hostname },
    tab: { id, windowId, index, incognito },
  };
}

// `URL.origin` is "null" where the scheme is that of an extension.
function originOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.protocol}//${parsed.host}` : undefined;
}
