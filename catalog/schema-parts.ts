import * as z from 'zod/mini';
import { authoredText, authoredUrl, readText, readUrl } from './text-schema.ts';

type ObjectMaker = <S extends z.core.$ZodLooseShape>(shape: S) => z.ZodMiniObject<S>;

export type Making = ReturnType<typeof making>;

/**
 * What the parts of a tool's schema are made with. Authoring is strict: an unknown field or word is an error. Reading drops
 * unknown fields and takes an unknown word for `unknown`, so that an older extension can read a newer feed; and it cleans every
 * text.
 */
export function making(object: ObjectMaker, reading: boolean) {
  const word = <const W extends readonly [string, ...string[]]>(words: W) => {
    const exact = z.enum(words);
    return reading ? z.catch(exact, 'unknown') : exact;
  };
  const text = reading ? readText : authoredText;
  return { object, reading, word, text, url: reading ? readUrl : authoredUrl };
}

export const isoDate = z.iso.date();

export const slug = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id of lower-case letters, digits and hyphens'));

/** The key of a source inside a file, `release-0.16`. */
export function sourceKey() {
  return z
    .string()
    .check(
      z.regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'is not a key of lower-case letters, digits, dots and hyphens'),
    );
}

/**
 * A package URL without version (github.com/package-url/purl-spec), or host and path without scheme. Each site knows the
 * types that it gives, and the check of the catalog asks it.
 */
export function pageId() {
  return z
    .string()
    .check(
      z.regex(
        /^(pkg:[a-z][a-z0-9.-]*(\/[\w.~%-]+)+|[a-z0-9-]+(\.[a-z0-9-]+)+(\/|(\/[\w.~@-]+)*))$/,
        'is not a page id: a package URL, or host and path',
      ),
    );
}

export function count() {
  return z.number().check(z.int(), z.nonnegative());
}

/** What a statement rests on, and when somebody looked. */
export function citation() {
  return {
    source: z.union([sourceKey(), z.array(sourceKey()).check(z.minLength(1))]),
    checked: isoDate,
  };
}
