import * as z from 'zod/mini';
import { advisoryShape } from './advisories-schema.ts';
import { factsShape } from './facts-schema.ts';
import { count, isoDate, making, pageId, slug, sourceKey, type Making } from './schema-parts.ts';
import { sourceShape } from './sources-schema.ts';
import { variantShape } from './variants-schema.ts';

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
const maxLine = 120;
const voteWords = ['ship', 'skip'] as const;

function toolShape(make: Making) {
  const { object, text, url, word } = make;
  const facts = factsShape(make);
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
    bestFor: z.optional(lineShape(make)),
    chooseIf: z.optional(lineShape(make)),
    links: z.optional(
      object({
        site: z.optional(url),
        repository: z.optional(url),
        docs: z.optional(url),
        pricing: z.optional(url),
      }),
    ),
    pages: z.array(pageId()).check(z.minLength(1)),
    formerPages: z.optional(z.array(pageId())),
    facts,
    licenseHistory: z.optional(
      z.array(
        object({ from: text, to: text, version: z.optional(text), date: isoDate, source: sourceKey() }),
      ),
    ),
    variants: z.optional(z.array(variantShape(make, facts))),
    advisories: z.optional(z.array(advisoryShape(make))),
    advisoriesAsOf: z.optional(isoDate),
    claims: z.optional(
      z.array(object({ text, by: text, version: z.optional(text), source: sourceKey(), checked: isoDate })),
    ),
    review: z.optional(reviewShape(make)),
    community: z.optional(object({ ship: count(), of: count() })),
    elsewhere: z.optional(
      z.array(
        object({ panel: text, version: z.optional(text), ship: count(), of: count(), source: sourceKey() }),
      ),
    ),
    rivals: z.optional(z.array(slug)),
    sources: z.record(sourceKey(), sourceShape(make)),
  });
}

function lineShape({ object, text }: Making) {
  return object({
    text: text.check(z.maxLength(maxLine)),
    cites: z.array(sourceKey()).check(z.minLength(1)),
  });
}

function reviewShape({ object, text }: Making) {
  const vote = object({
    reviewer: z.enum(seats),
    vote: z.enum(voteWords),
    gist: z.optional(text.check(z.maxLength(60))),
    take: text.check(z.maxLength(320)),
    cites: z.array(sourceKey()).check(z.minLength(1)),
    wouldChange: z.optional(text.check(z.maxLength(320))),
  });
  return object({
    version: z.optional(text),
    asOf: z.optional(isoDate),
    subject: z.optional(text.check(z.maxLength(60))),
    date: isoDate,
    votes: z.array(vote).check(z.minLength(1), z.maxLength(5)),
  });
}

/** Strict: what an author may write in `data/tools/<id>.json`. */
export const authoredTool = toolShape(making(z.strictObject, false));

/** Tolerant: what the extension reads, bundled or from a feed. */
export const readableTool = toolShape(making(z.object, true));

export type Tool = z.infer<typeof authoredTool>;
export type Variant = NonNullable<Tool['variants']>[number];
export type FactKey = keyof Tool['facts'];
