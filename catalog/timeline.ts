import { asOf } from './as-of.ts';
import type { Change } from './changes.ts';
import { sourceViews, type SourceView } from './fact-views.ts';
import { isApartFromTool, type OnPage } from './on-page.ts';
import { latestVersion, reviewedLabel } from './staleness.ts';
import { statusOf } from './status.ts';
import { panelCount, verdictWord, votesForVerdict, type VerdictWord } from './verdict.ts';
import { whoseVerdict } from './verdict-of.ts';
import { versionLabel } from './version.ts';
import type { AttributedTool } from './whose.ts';

const kinds = ['review', 'change', 'compromised', 'status', 'license', 'version'] as const;

/** Something that happened to a tool on a day (ISO 8601), with the sources that say so; `word` is what a review came to. */
export type Happening = {
  kind: (typeof kinds)[number];
  date: string;
  text: string;
  word?: VerdictWord;
  sources: readonly SourceView[];
};

/**
 * What is known to have happened to a tool, newest first: its review, versions, licenses, its end, releases that were published
 * to do harm, and the changes that reached this device, which are about the whole tool.
 */
export function timelineOf(tool: OnPage<AttributedTool>, changes: readonly Change[] = []): Happening[] {
  const ofTool = isApartFromTool(tool) ? [] : changes.filter(({ kind }) => kind !== 'new');
  return [
    ...reviewed(tool),
    ...ofTool.map(({ date, text }) => ({ kind: 'change' as const, date, text, sources: [] })),
    ...versions(tool),
    ...status(tool),
    ...licenses(tool),
    ...compromised(tool),
  ].sort((a, b) => order(b.date, a.date) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

function reviewed(tool: OnPage): Happening[] {
  const { review } = tool;
  if (!review) return [];
  const count = panelCount(review.votes);
  const [word, whose] = [count && verdictWord(count), whoseVerdict(tool)];
  const result = count ? `${word}, ${votesForVerdict(count)} reviewers` : 'too few reviews for a verdict';
  // Of a hosted product the label is the day, which stands beside it.
  const what = review.version ? ` ${reviewedLabel(tool)}` : '';
  const text = `Reviewed${what}: ${result}${whose ? ` (${whose})` : ''}`;
  return [{ kind: 'review', date: review.date, text, ...(word && { word }), sources: [] }];
}

function versions(tool: OnPage): Happening[] {
  const { version } = tool.facts;
  const latest = latestVersion(tool);
  if (!version || latest === undefined) return [];
  const sources = sourceViews(tool, version.source);
  const label = versionLabel(latest);
  return version.released
    ? [{ kind: 'version', date: version.released, text: `${label} released`, sources }]
    : [
        {
          kind: 'version',
          date: asOf(version, tool.sources),
          text: `${label} was the latest version`,
          sources,
        },
      ];
}

function status(tool: OnPage<AttributedTool>): Happening[] {
  const { status, endsOn } = tool.facts;
  const ends = endsOn && endsOn.value !== 'unknown' ? endsOn : undefined;
  const text = statusOf(tool)?.text;
  return [
    ...(status.since && text
      ? [{ kind: 'status' as const, date: status.since, text, sources: sourceViews(tool, status.source) }]
      : []),
    ...(ends
      ? [
          {
            ...{ kind: 'status' as const, date: ends.value },
            text: ends.at ? `Retires, ${ends.at}` : 'Retires',
            sources: sourceViews(tool, ends.source),
          },
        ]
      : []),
  ];
}

function licenses(tool: OnPage): Happening[] {
  return (tool.licenseHistory ?? []).map(({ from, to, version, date, source }) => ({
    ...{ kind: 'license' as const, date },
    text: `License: ${from} → ${to}${version ? `, since ${versionLabel(version)}` : ''}`,
    sources: sourceViews(tool, source),
  }));
}

function compromised(tool: OnPage): Happening[] {
  return (tool.advisories ?? [])
    .filter(({ kind, withdrawn }) => kind === 'malicious' && !withdrawn)
    .map(({ id, published, summary, source }) => ({
      ...{ kind: 'compromised' as const, date: published },
      text: `Compromised release (${id}): ${summary}`,
      sources: sourceViews(tool, source),
    }));
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
