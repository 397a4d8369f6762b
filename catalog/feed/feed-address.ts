import { FeedError } from './feed-error.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** What a person typed in, the folder of a feed out: https, or http on this very machine. Throws a Refusal that says what is wrong. */
export function feedAddress(typed: string): string {
  const text = typed.trim();
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  // Browsers differ in whether a host may hold a blank.
  if (!url?.hostname || /\s/.test(text)) throw new FeedError(`“${text}” is no address.`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname)))
    throw new FeedError(
      `${url.origin}: a feed’s address begins with https:// (http:// only on this machine).`,
    );
  if (url.username || url.password) throw new FeedError('A feed’s address carries no name or password.');
  const folder = url.pathname.replace(/manifest\.json$/, '').replace(/\/*$/, '/');
  return url.origin + folder;
}
