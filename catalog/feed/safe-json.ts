import { FeedError } from './feed-error.ts';
import { maxDepth, maxLength } from './limits.ts';

const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Untrusted bytes in, JSON out. Throws a FeedError that names the file if they are not UTF-8 or JSON, too deep, or hold a prototype's key or too long a text. */
export function readJson(bytes: Uint8Array, file: string): unknown {
  const text = decoded(bytes, file);
  // Counted before parsing, since depth is what exhausts a recursive parser's stack.
  if (depthOf(text) > maxDepth)
    throw new FeedError('too-large', `${file} is nested deeper than ${maxDepth} levels.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FeedError('malformed', `${file} isn’t valid JSON.`);
  }
  assertSafe(json, file);
  return json;
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FeedError('malformed', `${file} isn’t valid UTF-8 text.`);
  }
}

function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (inString) {
      if (letter === '\\') i++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
    else if (letter === ']' || letter === '}') depth--;
  }
  return deepest;
}

function assertSafe(json: unknown, file: string): void {
  // Some readers of a tool's text take quadratic time; a limit on the whole bucket alone would let them hang.
  if (typeof json === 'string' && json.length > maxLength)
    throw new FeedError('too-large', `${file} has a text of over ${maxLength} characters.`);
  if (typeof json !== 'object' || json === null) return;
  for (const [key, value] of Object.entries(json)) {
    if (prototypeKeys.has(key))
      throw new FeedError('malformed', `${file} has the key “${key}”, which a feed may not use.`);
    assertSafe(key, file);
    assertSafe(value, file);
  }
}
