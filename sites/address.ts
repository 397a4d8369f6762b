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

/** Whether a segment can be the name of an owner or a project: letters, digits, `_`, `.` and `-`, and none of the last two in front. */
export function isName(segment: string): boolean {
  return /^\w[\w.-]*$/.test(segment);
}

// Names that lead nowhere outside of a network: RFC 6761, RFC 6762 (appendix G), RFC 8375, and `corp` by ICANN's choice.
const inner =
  /(^|\.)(local|localhost|localdomain|internal|intranet|private|corp|home|home\.arpa|lan|test|invalid)$/;

/** Whether an address looks as if only some could reach it: an inner or numeric host, a port or userinfo, or no web address. */
export function looksPrivate(address: string): boolean {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.port || url.username || url.password) return true;
  const host = url.hostname.replace(/\.$/, '');
  const isNumeric = /^[\d.]+$/.test(host) || host.startsWith('[');
  return isNumeric || !host.includes('.') || inner.test(host);
}
