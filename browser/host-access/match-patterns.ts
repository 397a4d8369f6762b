/** The match pattern for the https pages of exactly this host. */
export function originOf(host: string): string {
  return `https://${host}/*`;
}

/**
 * The match patterns to request for the host of a page id. Page ids drop a leading `www.`, so `example.org` needs
 * `www.example.org` too.
 */
export function originsOf(host: string): string[] {
  const hosts = host.split('.').length === 2 ? [host, `www.${host}`] : [host];
  return hosts.map(originOf);
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
