import { FeedError } from './feed-error.ts';

// A feed of a few tools may well lose most of them.
const minTools = 10;

/** A version about to replace another: its hash, and how many of the `before` tools of the active one would be `left`. */
export type Drop = { version: number; sha256: string; before: number; left: number };

/**
 * Throws a FeedError if a newer version drops more than half of ten tools or more, unless a person accepted just that
 * version: `acceptedDrop` is the SHA-256 of its manifest.
 */
export function assertNoLargeDrop({ version, sha256, before, left }: Drop, acceptedDrop?: string): void {
  if (before < minTools || left * 2 >= before || sha256 === acceptedDrop) return;
  throw new FeedError(
    'held-back',
    `Version ${version} drops ${count(before - left)} of its ${count(before)} tools, so it waits until you accept it.`,
  );
}

function count(tools: number): string {
  return tools.toLocaleString('en');
}
