import type { PageFacts } from '../../sites/site.ts';

const textKeys = ['version', 'license', 'forkOf', 'supersededBy'] as const;
const flagKeys = ['archived', 'gated', 'isPrivate'] as const;
const maxLength = 200;

/** The page facts in a value that a content script sent or storage held; anything else in it is left out. */
export function parsePageFacts(value: unknown): PageFacts {
  const source = Object(value) as Record<string, unknown>;
  return Object.fromEntries([
    ...textKeys.filter((key) => isText(source[key])).map((key) => [key, source[key]]),
    ...flagKeys.filter((key) => source[key] === true).map((key) => [key, true]),
  ]) as PageFacts;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}
