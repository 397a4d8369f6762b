import type { PageFacts } from '../../sites/site.ts';

const texts = ['version', 'license', 'forkOf', 'supersededBy'] as const;
const signs = ['archived', 'gated', 'isPrivate'] as const;
const maxLength = 200;

/** The page facts in what a script on a page handed over or storage held; whatever else is in there is left out. */
export function parsePageFacts(value: unknown): PageFacts {
  const from = Object(value) as Record<string, unknown>;
  return Object.fromEntries([
    ...texts.filter((key) => isText(from[key])).map((key) => [key, from[key]]),
    ...signs.filter((key) => from[key] === true).map((key) => [key, true]),
  ]) as PageFacts;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}
