import { restrictiveness } from './commercial-use.ts';
import { commercialUseOf } from './license.ts';
import { isFree, isFreeToStart } from './price.ts';
import { bothInWords, jobInWords, type Reference } from './reference.ts';
import { sharedCounts } from './shared-seats.ts';
import { statusOf } from './status.ts';
import { jobsOf, shareJob } from './tool-summary.ts';
import { outOf, shareOf, type Count } from './verdict.ts';
import { ownCount } from './verdict-of.ts';
import { nameWithSource, type AttributedTool } from './whose.ts';

type Pair = readonly [AttributedTool, AttributedTool];

/**
 * "Which one should I ship with?" in two sentences: which of them is not active and what each is for; whom reviewers prefer, if
 * they are for the same, and how license or price differ.
 */
export function comparisonSummary(
  left: AttributedTool,
  right: AttributedTool,
  reference: Reference,
): [string, string] {
  const pair = [left, right] as const;
  return [
    statuses(pair) + sameOrDifferentJob(pair, reference),
    `${lead(pair)}; ${licenseOrPrice(pair, reference)}.`,
  ];
}

function statuses(pair: Pair): string {
  return pair
    .map((tool) => {
      const status = statusOf(tool);
      return status?.text ? `${nameWithSource(tool)}: ${status.text}. ` : '';
    })
    .join('');
}

function sameOrDifferentJob([left, right]: Pair, reference: Reference): string {
  const shared = jobsOf(left).find((job) => jobsOf(right).includes(job));
  if (shared !== undefined) return bothInWords(reference, shared);
  const [one, other] = [jobInWords(reference, left.job), jobInWords(reference, right.job)];
  return `Not direct alternatives: ${nameWithSource(left)} ${one}; ${nameWithSource(right)} ${other}.`;
}

/** Whom the reviewers prefer: of those who looked at both, since the others say nothing of the difference. */
function lead([left, right]: Pair): string {
  const [one, other] = [ownCount(left), ownCount(right)];
  if (!one && !other) return 'Neither has been reviewed';
  if (!one) return onlyReviewed(right, other!);
  if (!other) return onlyReviewed(left, one);
  if (!shareJob(left, right)) return 'Their reviews are about different jobs';
  if (shareOf(one) < 0.5 && shareOf(other) < 0.5)
    return `Reviewers recommend neither (${outOf(one)} and ${outOf(other)} would ship)`;
  const shared = sharedCounts(left, right);
  if (!shared) return 'Too few reviewers looked at both to say which they prefer';
  const [a, b] = shared;
  const isEverybody = one.of === a.of && other.of === b.of;
  if (a.ship === b.ship)
    return isEverybody
      ? `Reviewers rate both the same (${outOf(a)} each)`
      : `Tied ${a.ship}-${b.ship} on the ${a.of} reviewers both had`;
  const difference = a.ship - b.ship;
  const [leader, more, less] = difference < 0 ? [right, b, a] : [left, a, b];
  const counts = isEverybody
    ? `${outOf(more)} vs ${outOf(less)}`
    : `${more.ship} vs ${less.ship} of the ${a.of} reviewers both had`;
  return `Reviewers ${Math.abs(difference) === 1 ? 'slightly prefer' : 'prefer'} ${nameWithSource(leader)} (${counts})`;
}

function onlyReviewed(tool: AttributedTool, count: Count): string {
  return `Only ${nameWithSource(tool)} has been reviewed (${outOf(count)} would ship it)`;
}

function licenseOrPrice(pair: Pair, { licenses }: Reference): string {
  const uses = pair.map((tool) => commercialUseOf(tool, licenses));
  const unknown = pair.filter((_, side) => uses[side] === 'unknown');
  if (unknown.length === 2) return 'we couldn’t confirm commercial use for either';
  if (unknown.length === 1) return `we couldn’t confirm commercial use for ${nameWithSource(unknown[0]!)}`;
  const [one, other] = uses.map((use) => restrictiveness(use)!) as [number, number];
  if (one !== other)
    return `${nameWithSource(pair[one < other ? 0 : 1])} has the more permissive license for commercial use`;
  if (one === 0 && pair.every(({ facts }) => isFree(facts.entryPrice)))
    return 'both are free and allow commercial use';
  return `${sameCommercialUse[one]!}, ${price(pair)}`;
}

const sameCommercialUse = [
  'both allow commercial use',
  'both allow commercial use with conditions',
  'neither allows commercial use',
];

function price(pair: Pair): string {
  const [one, other] = pair.map((tool) => isFreeToStart(tool.facts.entryPrice));
  if (one === undefined || other === undefined) {
    const names = pair.filter((tool) => tool.facts.entryPrice.value === 'unknown').map(nameWithSource);
    return `and the price of ${names.join(' and ')} is unknown`;
  }
  if (one === other) return one ? 'and both are free to start' : 'and neither is free to start';
  return `but only ${nameWithSource(pair[one ? 0 : 1])} is free to start`;
}
