import { maxLength, maxDepth } from './limits.ts';
import { FeedError } from './feed-error.ts';

const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Bytes of a stranger in, JSON out. Throws a Refusal that names the file if they are no UTF-8, no JSON, too deep, or carry a prototype's key or an endless text. */
export function readJson(bytes: Uint8Array, file: string): unknown {
  const text = decoded(bytes, file);
  // Counted before parsing, since depth is what a parser's own recursion dies of.
  if (levels(text) > maxDepth) throw new FeedError(`${file} is nested deeper than ${maxDepth} levels.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FeedError(`${file} is no JSON.`);
  }
  const found = forbidden(json);
  if (found) throw new FeedError(`${file} has ${found}.`);
  return json;
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FeedError(`${file} is no UTF-8 text.`);
  }
}

function levels(text: string): number {
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

function forbidden(json: unknown): string | undefined {
  // What reads a tool's words may take time by the square of their length; a bucket's limit alone would let it hang.
  if (typeof json === 'string' && json.length > maxLength) return `a text of over ${maxLength} letters`;
  if (typeof json !== 'object' || json === null) return undefined;
  for (const [key, value] of Object.entries(json)) {
    if (prototypeKeys.has(key)) return `the key “${key}”, which no feed may carry`;
    const found = forbidden(key) ?? forbidden(value);
    if (found) return found;
  }
  return undefined;
}
