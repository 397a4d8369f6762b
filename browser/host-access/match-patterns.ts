/** Makes a test whether these granted match patterns let the extension into the https pages of a host. */
export function hostMatcher(patterns: readonly string[]): (host: string) => boolean {
  const named = patterns.flatMap((pattern) => patternHost(pattern) ?? []);
  const exact = new Set(named);
  // `*.example.org` stands for example.org too, and `*` for all.
  const wide = named.filter((host) => host.startsWith('*')).map((host) => host.slice(1));
  return (host) => exact.has(host) || wide.some((end) => `.${host}`.endsWith(end));
}

/** The host that a match pattern names for https, with its asterisk if it has one. */
export function patternHost(pattern: string): string | undefined {
  return pattern === '<all_urls>' ? '*' : /^(?:https|\*):\/\/([^/:]+)\/\*$/.exec(pattern)?.[1];
}
