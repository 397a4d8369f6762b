import * as z from 'zod/mini';
import { cleanText } from '../../catalog/label.ts';
import type { Advisory } from '../../catalog/affected.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import { pypiPageId } from '../../sites/pypi.ts';
import { cvss3Score, severityOf } from './cvss.ts';

const text = z.string();
const day = z.pipe(
  z.iso.datetime(),
  z.transform((time: string) => time.slice(0, 10)),
);
// An event has exactly one of these (https://ossf.github.io/osv-schema/#affectedrangesevents-fields).
const event = z.object({
  introduced: z.optional(text),
  fixed: z.optional(text),
  last_affected: z.optional(text),
});

/** One record of OSV, as far as the catalog reads it (https://ossf.github.io/osv-schema/). */
export const osvRecord = z.object({
  id: text.check(z.regex(/^[A-Z][A-Za-z]*-[\w.-]{1,60}$/, 'is not the id of an advisory')),
  summary: z.optional(text),
  details: z.optional(text),
  aliases: z.optional(z.array(text.check(z.maxLength(80)))),
  published: z.iso.datetime(),
  withdrawn: z.optional(z.iso.datetime()),
  severity: z.optional(z.array(z.object({ type: text, score: text }))),
  database_specific: z.optional(z.object({ severity: z.optional(text) })),
  affected: z.array(
    z.object({
      package: z.optional(z.object({ ecosystem: text, name: text })),
      ranges: z.optional(z.array(z.object({ type: text, events: z.array(event) }))),
      versions: z.optional(z.array(text)),
    }),
  ),
});
export type OsvRecord = z.infer<typeof osvRecord>;

/** What a record says of one package, by its page id, as an entry has it but for its source; nothing where it is not affected. */
export function advisoryOf(
  record: OsvRecord,
  page: string,
): Omit<Advisory, 'source' | 'checked'> | undefined {
  const { id, aliases, published, withdrawn, affected } = record;
  const kind = id.startsWith('MAL-') ? 'malicious' : 'vulnerable';
  const about = affected.filter(
    (each) => each.package && normalizePageId(pageOf(each.package) ?? '') === normalizePageId(page),
  );
  const ranges = about.flatMap((each) => rangesOf(each, kind));
  if (!ranges.length) return undefined;
  return {
    id,
    ...(aliases?.length && { aliases }),
    kind,
    severity: kind === 'malicious' ? 'critical' : severityIn(record),
    summary: summaryOf(record),
    package: page,
    affected: ranges,
    published: day.parse(published),
    ...(withdrawn && { withdrawn: day.parse(withdrawn) }),
  };
}

function rangesOf({ ranges = [], versions = [] }: OsvRecord['affected'][number], kind: string) {
  // The releases of a compromised package are named one by one; everywhere else the list only repeats the ranges.
  const listed = versions.length ? [{ versions }] : [];
  if (kind === 'malicious' && versions.length) return listed;
  const spans = ranges.filter(({ type }) => type !== 'GIT').flatMap(({ events }) => spansOf(events));
  return spans.length ? spans : listed;
}

/** Each "introduced" with the event that ends it; one that nothing ends is open. */
function spansOf(events: readonly z.infer<typeof event>[]): Advisory['affected'] {
  const spans: Advisory['affected'] = [];
  for (const { introduced, fixed, last_affected: lastAffected } of events) {
    if (introduced !== undefined) spans.push({ introduced });
    else if (fixed !== undefined) spans.push({ ...spans.pop(), fixed });
    else if (lastAffected !== undefined) spans.push({ ...spans.pop(), lastAffected });
  }
  return spans;
}

/** The page id of a package (https://ossf.github.io/osv-schema/#affectedpackage-field); nothing for an ecosystem that no page has. */
function pageOf({ ecosystem, name }: { ecosystem: string; name: string }): string | undefined {
  if (ecosystem === 'PyPI') return pypiPageId(name.toLowerCase())[0];
  const [, type, path] =
    {
      npm: ['', 'npm', name.replace('@', '%40')],
      'crates.io': ['', 'cargo', name],
      RubyGems: ['', 'gem', name],
      Go: ['', 'golang', name],
      Maven: ['', 'maven', name.replace(':', '/')],
      NuGet: ['', 'nuget', name],
      Packagist: ['', 'composer', name],
    }[ecosystem] ?? [];
  return type && `pkg:${type}/${path}`;
}

// The word of the database itself comes first: GitHub's reviewers give one to every advisory.
const words: Record<string, Advisory['severity']> = {
  LOW: 'low',
  MODERATE: 'medium',
  MEDIUM: 'medium',
  HIGH: 'high',
  CRITICAL: 'critical',
};

function severityIn({ severity = [], database_specific: own }: OsvRecord): Advisory['severity'] {
  const word = words[own?.severity?.toUpperCase() ?? ''];
  if (word) return word;
  const scores = severity.flatMap(({ score }) => cvss3Score(score) ?? []);
  return scores.length ? severityOf(Math.max(...scores)) : 'unknown';
}

const maxSummary = 140;

function summaryOf({ id, summary, details = '' }: OsvRecord): string {
  const title = cleanText((summary ?? details.split(/(?<=\.)\s|\n/)[0] ?? '').slice(0, 1_000)) || id;
  return title.length > maxSummary ? `${title.slice(0, maxSummary - 1).trimEnd()}…` : title;
}
