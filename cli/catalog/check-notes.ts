import type { Tool } from '../../catalog/tool-schema.ts';
import type { Report } from './check-citations.ts';
import { everyFacts } from './every-fact.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const date = `(?:the )?((?:\\d{1,2} )?(?:(?:${months.join('|')}) )?(?:19|20)\\d\\d)\\b`;
const work = '(push(?:es|ed)?|commit(?:s|ted)?|changes?d?|releases?d?|tags?|versions?)';
const claims = [
  new RegExp(
    `\\b(?:no|not|nothing|without|never)\\b[^.;]*?\\b${work}\\b[^.;0-9]*?\\b(?:after|since)\\b[^.;0-9]*?${date}`,
    'i',
  ),
  new RegExp(
    `\\b(?:last|latest|newest|final) (?:\\w+ )?${work}\\b[^.;,0-9]*?\\b(?:is|was|of|from|in|on|came)\\b[^.;,0-9]*?${date}`,
    'i',
  ),
];
// "The first one", "the inference repository itself": such a sentence is not about all that the entry has sources of.
const ofOnePart = /\b(first|old|older|former|original|previous|itself|one|classic)\b/i;

/**
 * A note that says when the last change or release was, while a source of the same entry is a later one. Commits are those of the
 * tool's own repositories, and releases those with a version, so that what others wrote about the tool contradicts nothing.
 */
export function noteProblems(tool: Tool, report: Report) {
  const repositories = [...tool.pages, ...(tool.formerPages ?? [])].flatMap(
    (page) => /^pkg:github\/(.+)$/.exec(page)?.[1]!.toLowerCase() ?? [],
  );
  const own = Object.entries(tool.sources).filter(([, { url }]) =>
    repositories.includes(/^https:\/\/github\.com\/([^/]+\/[^/]+)\//.exec(url)?.[1]!.toLowerCase() ?? ''),
  );
  const commits = own.filter(([, { commit }]) => commit);
  const releases = own.filter(([, { version, url, title }]) => version && /release|tag/i.test(url + title));
  for (const [within, facts] of everyFacts(tool))
    for (const [name, fact] of Object.entries(facts)) {
      const { note, freeTier } = (fact ?? {}) as { note?: string; freeTier?: string };
      for (const sentence of [note, freeTier].flatMap((text) => text?.split(/(?<=[.;]) /) ?? [])) {
        const claim = lastIn(sentence);
        if (!claim || ofOnePart.test(sentence)) continue;
        const evidence = claim.ofReleases ? releases : commits;
        const later = evidence.find(([, { seen }]) => seen > claim.day);
        const released = claim.ofReleases ? tool.facts.version?.released : undefined;
        if (later) report(`${within}.${name}.note`, `"${sentence}" but "${later[0]}" is of ${later[1].seen}`);
        else if (released && released > claim.day)
          report(
            `${within}.${name}.note`,
            `"${sentence}" but the latest version was released on ${released}`,
          );
      }
    }
}

function lastIn(sentence: string): { ofReleases: boolean; day: string } | undefined {
  for (const claim of claims) {
    const [, kind, words] = claim.exec(sentence) ?? [];
    if (kind && words) return { ofReleases: /^(release|tag|version)/i.test(kind), day: lastDayOf(words) };
  }
  return undefined;
}

/** The last day, ISO 8601, of "21 January 2026", "March 2025" or "2025". */
function lastDayOf(words: string): string {
  const parts = words.toLowerCase().split(' ');
  const year = parts.at(-1)!;
  const month = months.indexOf(parts.at(-2) ?? '') + 1;
  if (month === 0) return `${year}-12-31`;
  const day = parts.length === 3 ? parts[0]!.padStart(2, '0') : '31';
  return `${year}-${String(month).padStart(2, '0')}-${day}`;
}
