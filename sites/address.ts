/** What of an address can name a page: exact host and path segments, both lower case, and the query for a site whose pages differ in nothing else. */
export type Address = { host: string; segments: string[]; query: URLSearchParams };

/**
 * Reads an address: http(s) on the scheme's own port and without userinfo, else nothing.
 * One leading `www.` and a trailing dot of the host, repeated and trailing slashes and the fragment fall away.
 */
export function readAddress(text: string): Address | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  if (url.port || url.username || url.password) return undefined;
  return {
    host: url.hostname.replace(/\.$/, '').replace(/^www\./, ''),
    segments: url.pathname.split('/').filter(Boolean).map(decoded),
    query: url.searchParams,
  };
}

// An encoded slash must not make two segments of one, so such a segment stays as it is written.
function decoded(segment: string): string {
  try {
    const plain = decodeURIComponent(segment);
    return lowered(plain.includes('/') ? segment : plain);
  } catch {
    return lowered(segment);
  }
}

/** A name in lower case, letter by letter from A to Z, since the sign of the kelvin has a plain k for its lower case. */
export function lowered(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
