// What of a site only our pages and checks read: when an anchor was seen, its name, its group, its types of page.
const unread = [
  /,\s*seen:\s*["'`]\d{4}-\d\d["'`]/g,
  /\bname:\s*["'`][^"'`]+["'`],\s*(?=host:)/g,
  /\bgroup:\s*["'`][a-z]+["'`],\s*/g,
  /\bpageTypes:\s*\[[^\]]*\],\s*/g,
];

/** The Vite plugin that leaves out of `badge.js`, which every page of the required sites runs, what it never reads of a site. */
export const bareSites = () => ({
  name: 'bare-sites',
  apply: 'build' as const,
  renderChunk: (code: string, { fileName }: { fileName: string }) =>
    fileName === 'badge.js' ? withoutUnread(code) : undefined,
});

/** A script without those fields. Throws where it has none, since then they are written in another way. */
export function withoutUnread(code: string): string {
  return unread.reduce((rest, pattern) => {
    if (!rest.match(pattern)) throw new Error(`The script has no ${pattern.source}.`);
    return rest.replace(pattern, '');
  }, code);
}
