import { restrictiveness } from './commercial-use.ts';
import { commercialUseOf } from './license.ts';
import { isFreeToStart } from './price.ts';
import { jobInWords, type Reference } from './reference.ts';
import { statusOf } from './status.ts';
import { jobsOf } from './tool-summary.ts';
import { outOf, shareOf } from './verdict.ts';
import { ownCount } from './verdict-of.ts';
import { nameWithSource, type AttributedTool } from './whose.ts';

type Pair = readonly [AttributedTool, AttributedTool];

/**
 * "Which one should I ship with?" in two sentences: which of them is not active and what each is for; whom reviewers prefer and
 * how license or price differ.
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
  if (shared !== undefined) return `Each ${jobInWords(reference, shared)}.`;
  const [one, other] = [jobInWords(reference, left.job), jobInWords(reference, right.job)];
  return `Not direct alternatives: ${nameWithSource(left)} ${one}; ${nameWithSource(right)} ${other}.`;
}

function lead([left, right]: Pair): string {
  const [one, other] = [ownCount(left), ownCount(right)];
  if (!one && !other) return 'Neither has been reviewed';
  if (!one) return `Only ${nameWithSource(right)} has been reviewed (${outOf(other!)} would ship it)`;
  if (!other) return `Only ${nameWithSource(left)} has been reviewed (${outOf(one)} would ship it)`;
  const difference = shareOf(one) - shareOf(other);
  const [leader, more, less] = difference < 0 ? [right, other, one] : [left, one, other];
  const counts = `(${outOf(more)} vs ${outOf(less)})`;
  if (shareOf(more) < 0.5) return `Reviewers recommend neither ${counts}`;
  if (difference === 0) return `Reviewers rate both the same ${counts}`;
  return `Reviewers ${Math.abs(difference) < 0.25 ? 'slightly prefer' : 'prefer'} ${nameWithSource(leader)} ${counts}`;
}

function licenseOrPrice(pair: Pair, { licenses }: Reference): string {
  const uses = pair.map((tool) => commercialUseOf(tool, licenses));
  const unknown = pair.filter((_, side) => uses[side] === 'unknown');
  if (unknown.length === 2) return "we couldn't confirm commercial use for either";
  if (unknown.length === 1) return `we couldn't confirm commercial use for ${nameWithSource(unknown[0]!)}`;
  const [one, other] = uses.map((use) => restrictiveness(use)!) as [number, number];
  if (one !== other)
    return `${nameWithSource(pair[one < other ? 0 : 1])} has the more permissive license for commercial use`;
  return [sameCommercialUse[one]!, price(pair)].filter(Boolean).join(', ');
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
