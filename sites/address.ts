/**
 * The parts of an address that can identify a page: host and path segments in lower case, the query if there is one, and the
 * segments in the letter case they were `written` in, which a few sites tell apart.
 */
export type Address = {
  host: string;
  segments: string[];
  query: URLSearchParams | undefined;
  written: string[];
};

/** An address as a page has it, or the text of one. */
export type AnyAddress = string | Location;

/**
 * The parts of an http(s) address on the default port without userinfo; nothing for any other address.
 * One leading `www.`, a trailing dot of the host, repeated and trailing slashes and the fragment are dropped.
 */
export function readAddress(address: AnyAddress): Address | undefined {
  // A page's own address is parsed already, and the first use of `URL` costs it a tenth of a millisecond (seen 2026-11).
  const url = typeof address === 'string' ? URL.parse(address) : address;
  if (!url || !/^https?:\/\/[^/@]+\//.test(url.href) || url.port) return undefined;
  const written = url.pathname.split('/').filter(Boolean).map(decoded);
  return {
    host: url.hostname.replace(/\.$/, '').replace(/^www\./, ''),
    segments: written.map(lowered),
    query: url.search ? new URLSearchParams(url.search) : undefined,
    written,
  };
}

// An encoded slash must not turn one segment into two, so such a segment stays encoded.
function decoded(segment: string): string {
  try {
    const plain = decodeURIComponent(segment);
    return plain.includes('/') ? segment : plain;
  } catch {
    return segment;
  }
}

/** A text with A to Z in lower case and nothing else changed: `toLowerCase` turns the Kelvin sign (U+212A) into a plain k. */
export function lowered(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** A name as one part of a package URL: what is not a letter, a digit, `.`, `_`, `~` or `-` is percent-encoded, in lower case. */
export function purlPart(name: string): string {
  return lowered(encodeURIComponent(name));
}

/**
 * `purlPart` for registries that tell letter case apart. Page ids are compared in lower case, so a capital is percent-encoded too:
 * `JSONStream` is `%4a%53%4f%4e%53tream`, which no other name is.
 */
export function purlPartWithCase(name: string): string {
  return purlPart(name.replace(/[A-Z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)).replaceAll(
    '%25',
    '%',
  );
}

/** Whether a segment can be the name of an owner or a project: letters, digits, `_`, `.` and `-`, not beginning with `.` or `-`. */
export function isName(segment: string | undefined): segment is string {
  return /^\w[\w.-]*$/.test(segment ?? '');
}

// Top-level names of private networks: RFC 6761, RFC 6762 (appendix G), RFC 8375, and `corp`, which ICANN does not delegate.
const privateSuffix =
  /(^|\.)(local|localhost|localdomain|internal|intranet|private|corp|home|home\.arpa|lan|test|invalid)$/;

/** Whether an address looks private: a host of a private network or a numeric one, a port, userinfo, or not a web address. */
export function looksPrivate(address: string): boolean {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.port || url.username || url.password) return true;
  const host = url.hostname.replace(/\.$/, '');
  const isNumeric = /^[\d.]+$/.test(host) || host.startsWith('[');
  return isNumeric || !host.includes('.') || privateSuffix.test(host);
}
