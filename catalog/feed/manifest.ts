import * as z from 'zod/mini';
import { firstProblem } from '../first-problem.ts';
import { FeedError } from './feed-error.ts';
import { indexFileCount } from './layout.ts';
import { maxBytes } from './limits.ts';
import { assertPlausible } from './plausible.ts';
import { readJson } from './safe-json.ts';

/** The version of the format that this reader knows, `major.minor`; a minor one only adds fields. */
export const schemaVersion = '1.0';

const dayMs = 86_400_000;
/** For how many days after its publication a version may be valid, so that a feed which is no longer updated shows at last. */
export const maxValidDays = 400;

const schema = z.string().check(z.regex(/^\d{1,4}\.\d{1,4}$/));
const length = z.number().check(z.int(), z.nonnegative());
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const fileRef = z.object({ sha256, length });
const fileUpTo = (max: number) => z.object({ sha256, length: length.check(z.maximum(max)) });

/** How the id of a feed is written. */
export const feedId = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const positive = z.number().check(z.int(), z.positive());
export const restart = z.object({ number: positive, version: positive, date: z.iso.date() });

/** "From this day the versions of this feed start again at `version`", for the `number`th time since its key began to sign. */
export type Restart = z.infer<typeof restart>;

const manifest = z.object({
  schema,
  feed: z.string().check(z.regex(feedId), z.maxLength(60)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  version: positive,
  published: z.iso.datetime(),
  expires: z.iso.datetime(),
  tools: length,
  bits: z.number().check(z.int(), z.nonnegative(), z.maximum(20)),
  tables: fileUpTo(maxBytes.tables),
  pack: z.object({ sha256, length: length.check(z.maximum(maxBytes.pack)), unpacked: length }),
  index: z.array(fileUpTo(maxBytes.index)),
  changes: z.optional(fileUpTo(maxBytes.changes)),
  restart: z.optional(restart),
});

/** What a feed's publisher signs: which version, until when, and every file by its hash. */
export type Manifest = z.infer<typeof manifest>;

/** Bytes whose signature was checked in, a manifest out; throws a FeedError that names the field. Unknown fields are dropped. */
export function readManifest(bytes: Uint8Array, file = 'manifest.json'): Manifest {
  const json = readJson(bytes, file);
  const format = schema.safeParse((Object(json) as { schema?: unknown }).schema).data;
  // Checked first, since a newer format may have other fields altogether.
  if (format && Number.parseInt(format) > Number.parseInt(schemaVersion))
    throw new FeedError(
      'unsupported-format',
      `Its format, ${format}, is newer than ${schemaVersion}. Update the extension to read it.`,
    );
  const read = manifest.safeParse(json);
  if (!read.success) throw new FeedError('malformed', `${file}: ${firstProblem(read.error)}`);
  const { bits, index } = read.data;
  const count = indexFileCount(bits);
  if (index.length !== count)
    throw new FeedError('malformed', `${file}: index: ${index.length} files instead of ${count}.`);
  const days = validDays(read.data);
  if (days > maxValidDays)
    throw new FeedError(
      'malformed',
      `${file}: expires: it would be valid for ${Math.ceil(days)} days; a version may be for ${maxValidDays} at most.`,
    );
  assertPlausible(read.data, file);
  return read.data;
}

function validDays({ published, expires }: Manifest): number {
  return (Date.parse(expires) - Date.parse(published)) / dayMs;
}
