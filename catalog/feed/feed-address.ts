import { FeedError } from './feed-error.ts';

/**
 * The hosts from which a feed is fetched over plain http: this machine. A content security policy can name these two only: its
 * grammar has no IPv6 and no part of an IPv4 address.
 */
export const loopbackHosts = ['localhost', '127.0.0.1'];

/** `feeds.example/kitchen` → `https://feeds.example/kitchen/`, the folder of a feed; http only on this machine. Throws a FeedError. */
export function feedAddress(typed: string): string {
  const text = typed.trim();
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  // Browsers differ in whether a host may contain a space.
  if (!url?.hostname || /\s/.test(text))
    throw new FeedError('invalid-address', `“${text}” isn’t a web address.`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopbackHosts.includes(url.hostname)))
    throw new FeedError(
      'invalid-address',
      `${url.origin}: a feed’s address begins with https:// (http:// only on this machine).`,
    );
  if (url.username || url.password)
    throw new FeedError('invalid-address', 'A feed’s address can’t contain a name or password.');
  const folder = url.pathname.replace(/manifest\.json$/, '').replace(/\/*$/, '/');
  return url.origin + folder;
}
