import * as z from 'zod/mini';
import { authoredText, authoredUrl, readText, readUrl } from './text-schema.ts';

// `unknown` means "looked for and not found".
const statuses = ['active', 'maintenance', 'archived', 'superseded', 'closed', 'unknown'] as const;
const entryPrices = ['free', 'open source', 'freemium', 'paid', 'contact sales', 'unknown'] as const;
const commercialUses = ['yes', 'conditions', 'no', 'unknown'] as const;
const yesOrNo = ['yes', 'no', 'unknown'] as const;
const weightTerms = ['open', 'gated', 'unknown'] as const;
export const kinds = [
  'library',
  'command line',
  'app',
  'server',
  'extension',
  'model',
  'service',
  'unknown',
] as const;
const seats = ['builder', 'skeptic', 'futurist', 'creator', 'product'] as const;
const voteWords = ['ship', 'skip'] as const;
const variantVerdicts = ['own', 'family', 'none'] as const;
const advisoryKinds = ['malicious', 'vulnerable', 'unknown'] as const;
const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;

const slug = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id of lower-case letters, digits and hyphens'));
const isoDate = z.iso.date();

type ObjectMaker = <S extends z.core.$ZodLooseShape>(shape: S) => z.ZodMiniObject<S>;

/**
 * The shape of one tool's file. Authoring is strict: an unknown field or word is an error. Reading drops unknown fields and
 * takes an unknown word for `unknown`, so that an older extension can read a newer feed; and it cleans every text.
 */
function toolShape(object: ObjectMaker, reading: boolean) {
  const text = reading ? readText : authoredText;
  const word = <const W extends readonly [string, ...string[]]>(words: W) => {
    const exact = z.enum(words);
    return reading ? z.catch(exact, 'unknown') : exact;
  };
  const cited = {
    source: z.union([sourceKey(), z.array(sourceKey()).check(z.minLength(1))]),
    checked: isoDate,
  };
  const fact = <T extends z.core.$ZodType, M extends z.core.$ZodLooseShape>(value: T, more: M) =>
    object({
      value,
      ...more,
      ...cited,
      source: z.optional(cited.source),
      disputed: z.optional(z.array(object({ value, ...cited })).check(z.minLength(1))),
    });

  const facts = object({
    status: fact(word(statuses), {
      since: z.optional(isoDate),
      successor: z.optional(text),
      note: z.optional(text),
    }),
    version: z.optional(fact(text, { released: z.optional(isoDate), package: z.optional(pageId()) })),
    license: fact(text, {
      note: z.optional(text),
      of: z.optional(object({ code: z.optional(text), weights: z.optional(text), data: z.optional(text) })),
    }),
    entryPrice: fact(word(entryPrices), {
      amount: z.optional(z.number().check(z.nonnegative())),
      currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
      unit: z.optional(text),
      freeTier: z.optional(text),
      until: z.optional(isoDate),
    }),
    commercialUse: z.optional(fact(word(commercialUses), { note: z.optional(text) })),
    selfHost: z.optional(fact(word(yesOrNo), { note: z.optional(text) })),
    weights: z.optional(fact(word(weightTerms), { note: z.optional(text) })),
    size: z.optional(fact(text, {})),
    runsOn: z.optional(
      fact(z.union([z.array(text).check(z.minLength(1)), z.literal('unknown')]), {
        gpuMemoryGb: z.optional(z.union([z.number().check(z.positive()), z.literal('unknown')])),
      }),
    ),
    dataGoes: z.optional(fact(text, {})),
    endsOn: z.optional(
      fact(z.union([isoDate, z.literal('unknown')]), {
        at: z.optional(text),
        successor: z.optional(text),
      }),
    ),
    stars: z.optional(fact(z.union([count(), z.literal('unknown')]), {})),
    downloads: z.optional(fact(z.union([count(), z.literal('unknown')]), {})),
  });

  return object({
    $schema: z.optional(z.string()),
    id: slug,
    formerIds: z.optional(z.array(slug)),
    name: text.check(z.maxLength(80)),
    maker: text,
    job: slug,
    otherJobs: z.optional(z.array(slug)),
    kind: word(kinds),
    does: text.check(z.maxLength(140)),
    pages: z.array(pageId()).check(z.minLength(1)),
    formerPages: z.optional(z.array(pageId())),
    facts,
    licenseHistory: z.optional(
      z.array(
        object({ from: text, to: text, version: z.optional(text), date: isoDate, source: sourceKey() }),
      ),
    ),
    variants: z.optional(
      z.array(
        object({
          name: text.check(z.maxLength(80)),
          pages: z.array(pageId()).check(z.minLength(1)),
          verdict: reading ? z.catch(z.enum(variantVerdicts), 'none') : z.enum(variantVerdicts),
          shares: z.optional(z.array(reading ? text : z.keyof(facts))),
          facts: z.partial(facts),
          rivals: z.optional(z.array(slug)),
        }),
      ),
    ),
    advisories: z.optional(
      z.array(
        object({
          id: text,
          aliases: z.optional(z.array(text)),
          kind: word(advisoryKinds),
          severity: word(severities),
          summary: text.check(z.maxLength(140)),
          package: z.optional(pageId()),
          affected: z
            .array(
              object({
                introduced: z.optional(text),
                fixed: z.optional(text),
                lastAffected: z.optional(text),
                versions: z.optional(z.array(text).check(z.minLength(1))),
              }),
            )
            .check(z.minLength(1)),
          disputed: z.optional(text),
          published: isoDate,
          withdrawn: z.optional(isoDate),
          ...cited,
        }),
      ),
    ),
    advisoriesAsOf: z.optional(isoDate),
    claims: z.optional(
      z.array(object({ text, by: text, version: z.optional(text), source: sourceKey(), checked: isoDate })),
    ),
    review: z.optional(
      object({
        version: z.optional(text),
        asOf: z.optional(isoDate),
        subject: z.optional(text.check(z.maxLength(60))),
        date: isoDate,
        votes: z
          .array(
            object({
              reviewer: z.enum(seats),
              vote: z.enum(voteWords),
              take: text.check(z.maxLength(320)),
              cites: z.array(sourceKey()).check(z.minLength(1)),
              wouldChange: z.optional(text.check(z.maxLength(320))),
            }),
          )
          .check(z.minLength(1), z.maxLength(5)),
      }),
    ),
    community: z.optional(object({ ship: count(), of: count() })),
    elsewhere: z.optional(
      z.array(
        object({ panel: text, version: z.optional(text), ship: count(), of: count(), source: sourceKey() }),
      ),
    ),
    rivals: z.optional(z.array(slug)),
    sources: z.record(
      sourceKey(),
      object({
        url: reading ? readUrl : authoredUrl,
        title: text,
        seen: isoDate,
        commit: z.optional(z.string().check(z.regex(/^[0-9a-f]{40}$/, 'is not a commit of 40 hex digits'))),
        version: z.optional(text),
        blob: z.optional(
          z.string().check(z.regex(/^[0-9a-f]{40}$/, 'is not a Git blob id of 40 hex digits')),
        ),
        passages: z.optional(
          z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 of 64 hex digits'))),
        ),
        compared: z.optional(isoDate),
        changed: z.optional(isoDate),
      }),
    ),
  });
}

/** The key of a source inside a file, `release-0.16`. */
function sourceKey() {
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
function pageId() {
  return z
    .string()
    .check(
      z.regex(
        /^(pkg:[a-z][a-z0-9.-]*(\/[\w.~%-]+)+|[a-z0-9-]+(\.[a-z0-9-]+)+(\/|(\/[\w.~@-]+)*))$/,
        'is not a page id: a package URL, or host and path',
      ),
    );
}

function count() {
  return z.number().check(z.int(), z.nonnegative());
}

/** Strict: what an author may write in `data/tools/<id>.json`. */
export const authoredTool = toolShape(z.strictObject, false);

/** Tolerant: what the extension reads, bundled or from a feed. */
export const readableTool = toolShape(z.object, true);

export type Tool = z.infer<typeof authoredTool>;
