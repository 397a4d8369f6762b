import * as z from 'zod/mini';
import { cleanText } from './label.ts';

/** A text that a feed or a package brings, as it may be shown; never empty. */
export const readText = z.string().check(z.overwrite(cleanText), z.minLength(1));

/** A text as an author may write it: whatever a reader would clean away is an error. */
export const authoredText = z.string().check(
  z.trim(),
  z.minLength(1),
  z.refine((text) => cleanText(text) === text, 'has characters that do not show, or turn the direction'),
);

/** An https address that a feed or a package brings, without letters outside ASCII. */
export const readUrl = z.url({ protocol: /^https$/, normalize: true });

/** An https address as an author may write it. */
export const authoredUrl = z
  .url({ protocol: /^https$/ })
  .check(z.refine((url) => cleanText(url) === url, 'has characters that do not show, or turn the direction'));
