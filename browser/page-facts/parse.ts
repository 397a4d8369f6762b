import type { NoPage } from '../../sites/no-page.ts';
import { pageWarnings, type PageFacts, type PageWarning } from '../../sites/site.ts';

const textKeys = ['version', 'license', 'forkOf', 'repository', 'supersededBy'] as const;
const flagKeys = ['archived', 'gated', 'isPrivate'] as const;
const maxLength = 200;

/** The page facts in a value that a content script sent or storage held; anything else in it is left out. */
export function parsePageFacts(value: unknown): PageFacts {
  const source = Object(value) as Record<string, unknown>;
  return Object.fromEntries([
    ...textKeys.filter((key) => isText(source[key])).map((key) => [key, source[key]]),
    ...flagKeys.filter((key) => source[key] === true).map((key) => [key, true]),
    ...(pageWarnings.includes(source.warning as PageWarning) ? [['warning', source.warning]] : []),
  ]) as PageFacts;
}

/** What a script said that a document is instead of a page; nothing if it said anything else. */
export function parseNoPage(value: unknown): NoPage | undefined {
  const { status, type, reason } = Object(value) as Record<string, unknown>;
  if (Number.isSafeInteger(status)) return { status: status as number };
  if (isText(type)) return { type: type as string };
  return reason === 'sandbox' || reason === 'unnamed' ? { reason } : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}
