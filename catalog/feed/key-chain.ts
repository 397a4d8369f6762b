import * as z from 'zod/mini';
import { FeedError } from './feed-error.ts';
import { readJson } from './safe-json.ts';
import { isSigned, type PublicKey } from './signature.ts';

const statement = z.object({
  feed: z.string(),
  from: z.string(),
  to: z.string(),
  date: z.iso.date(),
  signature: z.string(),
});

/** "From this day on, the key `to` signs this feed", signed with the key `from`. */
export type KeyStatement = z.infer<typeof statement>;

/** The bytes that the old key signs. No manifest begins with these words, so that neither can pass for the other. */
export function statementBytes({
  feed,
  from,
  to,
  date,
}: Omit<KeyStatement, 'signature'>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(['hullmark-feed-key', feed, from, to, date, ''].join('\n'));
}

/** Bytes of `keys.json` in, its statements out; throws a FeedError. */
export function readStatements(bytes: Uint8Array, file = 'keys.json'): KeyStatement[] {
  const read = z.array(statement).safeParse(readJson(bytes, file));
  if (!read.success) throw new FeedError('malformed', `${file} is not a list of key statements.`);
  return read.data;
}

/** A key and those that a feed's statements lead to from it, in order; each statement's signature is checked. */
export async function keysAfter(
  key: PublicKey,
  feed: string,
  statements: readonly KeyStatement[],
): Promise<PublicKey[]> {
  const keys = [key];
  for (let last = key; ; last = keys.at(-1)!) {
    const next = await firstSigned(statements.filter((each) => each.feed === feed && each.from === last));
    if (!next || keys.includes(next)) return keys;
    keys.push(next);
  }
}

async function firstSigned(statements: readonly KeyStatement[]): Promise<PublicKey | undefined> {
  for (const each of statements) {
    if (await isSigned(statementBytes(each), each.signature, each.from)) return each.to;
  }
  return undefined;
}
