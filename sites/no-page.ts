/** Why a document is not a page of a tool: the server's status, a content type that is no web page's, or one of the other reasons. */
export type NoPage = { status: number } | { type: string } | { reason: NoPageReason };

/** It is in a sandbox without an origin, or it does not name the project in its address, as a page that asks to sign in. */
export type NoPageReason = 'sandbox' | 'unnamed';

/**
 * What a document is instead of a page of the site in its address: an error of the server, a file that the browser shows by
 * itself, or what the server has put into a sandbox; nothing for a page. Both browsers know the status and the type before the
 * first element is parsed, and name the address after redirects (seen 2026-11); after a client-side navigation to another path
 * the status is no longer about what is shown.
 */
export function noPage(
  { contentType, documentElement, defaultView }: Document,
  url: string,
): NoPage | undefined {
  const isWebPage = contentType === 'text/html' || contentType === xhtmlType;
  // Chromium shows a feed as a page of its own, and a script may put another root into a page.
  if (!isWebPage || (documentElement && documentElement.namespaceURI !== xhtml)) return { type: contentType };
  if (defaultView?.origin === 'null') return { reason: 'sandbox' };
  const [load] = defaultView?.performance?.getEntriesByType('navigation') ?? [];
  const { name = '', responseStatus: status = 0 } = Object(load) as Partial<PerformanceNavigationTiming>;
  return status >= 400 && pathOf(name) === pathOf(url) ? { status } : undefined;
}

const xhtml = 'http://www.w3.org/1999/xhtml';
const xhtmlType = 'application/xhtml+xml';
const pathOf = (url: string) => URL.parse(url)?.pathname;
