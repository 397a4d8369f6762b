import { reviewedTrouble } from './known-trouble.ts';
import { pageFindings, type PageFinding } from './page-findings.ts';
import { onPage, type OnPage } from './on-page.ts';
import { jobName, type Reference } from './reference.ts';
import { isOutdated, latestVersion, reviewedLabel } from './staleness.ts';
import { statusOf } from './status.ts';
import type { ShownStatus } from './status-words.ts';
import { votesInLetters } from './tool-summary.ts';
import { communityInWords, panelCount, verdictWord, votesForVerdict, type VerdictWord } from './verdict.ts';
import { whoseVerdict } from './verdict-of.ts';
import { versionLabel } from './version.ts';
import { isolated, type AttributedTool, type Named } from './whose.ts';
import type { PageFacts } from '../sites/site.ts';

/** A tool's name, what it is, “Fine-tuning · by Axolotl AI”, and its status unless it is active. */
export type Heading = Named & { about: string; status?: ShownStatus };

/** The panel's verdict in words; `votes` are its letters, none where it is no verdict. */
export type VerdictText = {
  votes: string;
  word?: VerdictWord;
  /** “3 of 4 reviewers would ship it”, or whose verdict it is, with the users' share. */
  count: string;
  /** “Reviewed v0.16”, what is known against it, and which version is out since. */
  reviewed?: string;
  isOutdated: boolean;
};

/** What the popup says of the tool of a page before everything else. */
export type Headline = { heading: Heading; verdict: VerdictText; findings: PageFinding[] };

/** The headline of a tool on one of its pages, which states these facts; `here` is its normalized page id. */
export function headlineOf(
  tool: AttributedTool,
  reference: Reference,
  here: string,
  facts: PageFacts,
): Headline {
  return {
    heading: headingOf(onPage(tool, here), reference),
    verdict: verdictText(onPage(tool, here)),
    findings: pageFindings(tool, facts, here, reference),
  };
}

export function headingOf(tool: AttributedTool, reference: Pick<Reference, 'jobs'>): Heading {
  const { name, from, job, maker } = tool;
  const status = statusOf(tool);
  return {
    ...{ name, from, about: `${isolated(jobName(reference, job))} · by ${isolated(maker)}` },
    ...(status?.text && { status }),
  };
}

export function verdictText(tool: OnPage): VerdictText {
  const count = panelCount(tool.review?.votes);
  const word = count && verdictWord(count);
  const reviewed = reviewedLabel(tool);
  const [outdated, whose] = [isOutdated(tool), whoseVerdict(tool)];
  const trouble = reviewedTrouble(tool);
  const newer = outdated ? `. ${versionLabel(latestVersion(tool)!)} is out.` : '';
  return {
    votes: count ? votesInLetters(tool.review?.votes) : '',
    ...(word && { word }),
    count:
      (count
        ? `${votesForVerdict(count)} reviewers${whose ? `, ${whose}` : ` would ${word === 'Skip' ? 'skip' : 'ship'} it`}`
        : 'Facts only') + (tool.community ? ` · users: ${communityInWords(tool.community)}` : ''),
    ...(reviewed && { reviewed: `Reviewed ${reviewed}${trouble ? `, which ${trouble}` : ''}${newer}` }),
    isOutdated: outdated,
  };
}
