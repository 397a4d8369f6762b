/** Page ids of host and path, longest first: the whole path, then each shorter one, down to its first `shortest` segments. */
export function pathIds(host: string, path: readonly string[], shortest: number): string[] {
  const count = path.length - shortest + 1;
  return Array.from({ length: Math.max(0, count) }, (_, cut) =>
    [host, ...path.slice(0, path.length - cut)].join('/'),
  );
}
