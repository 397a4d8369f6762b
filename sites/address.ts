/** What of an address can name a page: exact host and path segments, both lower case. */
export type Address = { host: string; segments: string[] };

/**
 * Reads an address: http(s) on the scheme's own port and without userinfo, else nothing.
 * One leading `www.` and a trailing dot of the host, repeated and trailing slashes, query and fragment fall away.
 */
export function readAddress(text: string): Address | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  if (url.port || url.username || url.password) return undefined;
  return {
    host: url.hostname.replace(/\.$/, '').replace(/^www\./, ''),
    segments: url.pathname.split('/').filter(Boolean).map(decoded),
  };
}

// An encoded slash must not make two segments of one, so such a segment stays as it is written.
function decoded(segment: string): string {
  try {
    const plain = decodeURIComponent(segment);
    return (plain.includes('/') ? segment : plain).toLowerCase();
  } catch {
    return segment.toLowerCase();
  }
}
