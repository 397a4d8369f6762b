/** The match pattern for the https pages of exactly this host. */
export function originOf(host: string): string {
  return `https://${host}/*`;
}

const label = /^(?!-)[a-z\d_-]{1,63}(?<!-)$/;

/**
 * Whether a host can be the host of a match pattern, as this browser reads addresses: a name of several labels, or an IPv4
 * address. Chromium rejects a whole list of patterns for one such as `foo.999` (seen 2026-11).
 */
export function isHost(host: string): boolean {
  const labels = host.split('.');
  if (labels.length < 2 || host.length > 253 || !labels.every((each) => label.test(each))) return false;
  // What ends in a number is an IPv4 address or nothing; names in other scripts have to be decodable (https://url.spec.whatwg.org/#host-parsing).
  return URL.parse(`https://${host}/`)?.hostname === host;
}

/**
 * The match patterns to request for the host of a page id. Page ids drop a leading `www.`, so `example.org` needs
 * `www.example.org` too.
 */
export function originsOf(host: string): string[] {
  const hosts = host.split('.').length === 2 ? [host, `www.${host}`] : [host];
  return hosts.filter(isHost).map(originOf);
}

/** Builds a test: do these match patterns cover the https pages of a host? */
export function hostMatcher(patterns: readonly string[]): (host: string) => boolean {
  const hosts = patterns.flatMap((pattern) => patternHost(pattern) ?? []);
  const exact = new Set(hosts);
  // `*.example.org` covers example.org too, and `*` everything.
  const suffixes = hosts.filter((host) => host.startsWith('*')).map((host) => host.slice(1));
  return (host) => exact.has(host) || suffixes.some((suffix) => `.${host}`.endsWith(suffix));
}

/** `https://*.example.org/*` → `*.example.org`; undefined for a pattern that does not cover all https pages of its host. */
export function patternHost(pattern: string): string | undefined {
  return pattern === '<all_urls>' ? '*' : /^(?:https|\*):\/\/([^/:]+)\/\*$/.exec(pattern)?.[1];
}

/**
 * Those of the match patterns that the browser takes, where it rejected all of them for the sake of some: `ask` is asked for
 * halves, then for halves of the halves that were rejected.
 */
export async function acceptedAmong(
  patterns: readonly string[],
  ask: (patterns: string[]) => Promise<unknown>,
): Promise<string[]> {
  if (patterns.length === 0) return [];
  try {
    await ask([...patterns]);
    return [...patterns];
  } catch {
    if (patterns.length === 1) return [];
    const middle = Math.ceil(patterns.length / 2);
    const halves = [patterns.slice(0, middle), patterns.slice(middle)];
    return (await Promise.all(halves.map((half) => acceptedAmong(half, ask)))).flat();
  }
}
