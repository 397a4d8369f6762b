import { createHash } from 'node:crypto';

/** The SHA-256 of each paragraph of a text: what blank lines separate, its white space folded. */
export function passageHashes(text: string): string[] {
  const paragraphs = text.split(/\r?\n\s*\r?\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  return paragraphs.filter(Boolean).map((paragraph) => createHash('sha256').update(paragraph).digest('hex'));
}
