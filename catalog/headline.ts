import { bandsOf, type Band } from './bands.ts';
import { reviewedTrouble } from './known-trouble.ts';
import { onPage, type OnPage } from './on-page.ts';
import { jobName, type Reference } from './reference.ts';
import { isOutdated, latestVersion, reviewedLabel } from './staleness.ts';
import { statusOf } from './status.ts';
import type { ShownStatus } from './status-words.ts';
import { votesInLetters } from './seats.ts';
import {
  communityInWords,
  panelCount,
  verdictWord,
  votesForVerdict,
  type Count,
  type VerdictWord,
} from './verdict.ts';
import { whoseVerdict } from './verdict-of.ts';
import { versionLabel } from './version.ts';
import { isolated, type AttributedTool, type Named } from './whose.ts';
import type { PageFacts } from '../sites/site.ts';

/** A tool's name, what it is, “Fine-tuning · by Axolotl AI”, what it does, and its status unless it is active. */
export type Heading = Named & { about: string; does: string; status?: ShownStatus };

/** The panel's verdict in words; `votes` are its letters, also where they are too few for a verdict. */
export type VerdictText = {
  votes: string;
  word?: VerdictWord;
  /** “3 of 4 reviewers would ship it · 75%”, or whose verdict it is, with the users' share. */
  count: string;
  /** “Reviewed v0.16”, what is known against it, and which version is out since. */
  reviewed?: string;
  isOutdated: boolean;
};

/** What the popup says of the tool of a page before everything else. */
export type Headline = { heading: Heading; verdict: VerdictText; bands: Band[] };

/** The headline of a tool on one of its pages, which states these facts; `here` is its normalized page id. */
export function headlineOf(
  tool: AttributedTool,
  reference: Reference,
  here: string,
  facts: PageFacts,
): Headline {
  const bands = bandsOf(tool, reference, here, facts);
  return {
    heading: headingOf(onPage(tool, here), reference),
    verdict: verdictText(onPage(tool, here), bands),
    bands,
  };
}

export function headingOf(tool: AttributedTool, reference: Pick<Reference, 'jobs'>): Heading {
  const { name, from, job, maker, does } = tool;
  const status = statusOf(tool);
  return {
    ...{ name, from, about: `${isolated(jobName(reference, job))} · by ${isolated(maker)}`, does },
    ...(status?.text && { status }),
  };
}

/** The verdict in words; what one of these bands says of the reviewed version already is not said again. */
export function verdictText(tool: OnPage, bands: readonly Band[] = []): VerdictText {
  const votes = tool.review?.votes ?? [];
  const count = panelCount(votes);
  const word = count && verdictWord(count);
  const reviewed = reviewedLabel(tool);
  const outdated = isOutdated(tool);
  const isSaid = bands.some(({ version }) => version !== undefined && version === tool.review?.version);
  const trouble = isSaid ? undefined : reviewedTrouble(tool);
  const newer = outdated ? `. ${versionLabel(latestVersion(tool)!)} is out.` : '';
  return {
    votes: votesInLetters(votes),
    ...(word && { word }),
    count:
      (count ? countText(count, whoseVerdict(tool)) : tooFew(votes.length)) +
      (tool.community ? ` · users: ${communityInWords(tool.community)}` : ''),
    ...(reviewed && { reviewed: `Reviewed ${reviewed}${trouble ? `, which ${trouble}` : ''}${newer}` }),
    isOutdated: outdated,
  };
}

/** The count with the share of what is said: of a Skip, of those who say skip. */
function countText(count: Count, whose: string | undefined): string {
  const word = verdictWord(count);
  const { ship, of } = count;
  if (whose) return `${votesForVerdict(count)} reviewers, ${whose}`;
  if (word === 'Split') return `Reviewers are split ${ship} to ${of - ship}`;
  const share = Math.round((Math.max(ship, of - ship) / of) * 100);
  return `${votesForVerdict(count)} reviewers ${word === 'Skip' ? 'say skip' : 'would ship it'} · ${share}%`;
}

function tooFew(votes: number): string {
  if (votes === 0) return 'Facts only';
  return `${votes} ${votes === 1 ? 'review' : 'reviews'}; a verdict takes three`;
}
