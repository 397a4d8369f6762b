import * as z from 'zod/mini';
import { FeedError } from './feed-error.ts';
import { readJson } from './safe-json.ts';
import { isSigned, type PublicKey } from './signature.ts';

const statement = z.object({
  feed: z.string(),
  from: z.string(),
  to: z.string(),
  date: z.iso.date(),
  expires: z.iso.date(),
  signature: z.string(),
  confirmation: z.optional(z.string()),
});

/**
 * "From this day on, the key `to` signs this feed", signed with the key `from`. Whoever has the key `to` confirms it with a
 * second signature over the same bytes; only then, and before it expires, readers follow it.
 */
export type KeyStatement = z.infer<typeof statement>;

/** The key that a device trusts for a feed now, and those that were replaced on the way to it, the oldest first. */
export type Keys = { trustedKey: PublicKey; formerKeys?: readonly PublicKey[] };

// More than a feed ever needs, few enough that a thousand false signatures take no time.
const maxStatements = 100;
// A feed that has had more keys only wants to fill the device.
const maxKeys = 200;

const dayMs = 86_400_000;
/** For how many days a statement may be followed: ten years, for a spare key. */
export const maxStatementDays = 3_660;

/** The bytes that both keys sign. No manifest begins with these words, so that neither can pass for the other. */
export function statementBytes({
  feed,
  from,
  to,
  date,
  expires,
}: Omit<KeyStatement, 'signature' | 'confirmation'>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(['hullmark-feed-key', feed, from, to, date, expires, ''].join('\n'));
}

/** Bytes of `keys.json` in, its statements out; throws a FeedError. */
export function readStatements(bytes: Uint8Array, file = 'keys.json'): KeyStatement[] {
  const read = z.array(statement).safeParse(readJson(bytes, file));
  if (!read.success) throw new FeedError('malformed', `${file} is not a list of key statements.`);
  if (read.data.length > maxStatements)
    throw new FeedError('too-large', `${file} has more than ${maxStatements} statements.`);
  return read.data;
}

/**
 * The keys after following a feed's statements from the one that is trusted; a statement that leads back to a former key
 * is not followed. `now` in milliseconds since 1970.
 */
export async function followedKeys(
  { feed, trustedKey, formerKeys = [] }: Keys & { feed: string },
  statements: readonly KeyStatement[],
  now: number,
): Promise<Keys> {
  const keys = [...formerKeys, trustedKey];
  while (keys.length < maxKeys) {
    const last = keys.at(-1)!;
    const next = await firstTrue(
      statements.filter((each) => each.feed === feed && each.from === last && !keys.includes(each.to)),
      now,
    );
    if (!next) break;
    keys.push(next);
  }
  return keys.length > 1 ? { trustedKey: keys.pop()!, formerKeys: keys } : { trustedKey };
}

async function firstTrue(statements: readonly KeyStatement[], now: number): Promise<PublicKey | undefined> {
  for (const each of statements) {
    const { from, to, signature, confirmation = '' } = each;
    const bytes = statementBytes(each);
    if (
      isCurrent(each, now) &&
      (await isSigned(bytes, signature, from)) &&
      (await isSigned(bytes, confirmation, to))
    )
      return to;
  }
  return undefined;
}

/** Whether a statement may be followed at this moment, and not for longer than any may be. */
function isCurrent({ date, expires }: Pick<KeyStatement, 'date' | 'expires'>, now: number): boolean {
  const [from, until] = [Date.parse(date), Date.parse(expires)];
  return now < until && until - from <= maxStatementDays * dayMs;
}
