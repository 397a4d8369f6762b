import { restrictiveness } from './commercial-use.ts';
import { commercialUseOf } from './license.ts';
import { isFreeToStart } from './price.ts';
import type { Reference } from './reference.ts';
import type { Tool } from './tool-schema.ts';
import { panelCount, type Count } from './verdict.ts';

type Pair = readonly [Tool, Tool];

/** "Which one should you ship with?" in two sentences: what each is for; who leads and what license or price change. */
export function comparisonSummary(left: Tool, right: Tool, reference: Reference): [string, string] {
  const pair = [left, right] as const;
  return [sameOrDifferentJob(pair, reference), `${lead(pair)}; ${licenseOrPrice(pair, reference)}.`];
}

function sameOrDifferentJob([left, right]: Pair, { jobs }: Reference): string {
  const [one, other] = [jobs[left.job], jobs[right.job]];
  if (left.job === right.job) return `They do the same job: each ${one?.does ?? left.job}.`;
  return `They do different jobs: ${left.name} ${one?.does ?? left.job}, ${right.name} ${other?.does ?? right.job}.`;
}

function lead([left, right]: Pair): string {
  const [one, other] = [panelCount(left.review?.votes), panelCount(right.review?.votes)];
  if (!one && !other) return 'The panel has no verdict on either';
  if (!one) return `The panel has a verdict on ${right.name} only, ${inShort(other!)}`;
  if (!other) return `The panel has a verdict on ${left.name} only, ${inShort(one)}`;
  const difference = share(one) - share(other);
  if (difference === 0) return `On the panel nobody leads, ${inShort(one)} to ${inShort(other)}`;
  const [leader, more, less] = difference > 0 ? [left, one, other] : [right, other, one];
  if (share(more) < 0.5)
    return `On the panel nobody leads, as both are below one half, ${inShort(one)} to ${inShort(other)}`;
  return `On the panel ${leader.name} leads, ${inShort(more)} to ${inShort(less)}`;
}

function licenseOrPrice(pair: Pair, { licenses }: Reference): string {
  const uses = pair.map((tool) => commercialUseOf(tool, licenses));
  const unknown = pair.filter((_, side) => uses[side] === 'unknown');
  if (unknown.length === 2) return 'whether either may be used commercially could not be verified';
  if (unknown.length === 1)
    return `whether ${unknown[0]!.name} may be used commercially could not be verified`;
  const [one, other] = uses.map((use) => restrictiveness(use)!) as [number, number];
  if (one !== other) return `for commercial use ${pair[one < other ? 0 : 1].name}'s license asks less of you`;
  return [sameLicenseBurden[one]!, price(pair)].filter(Boolean).join(', ');
}

const sameLicenseBurden = [
  'both may be used commercially',
  'both set conditions for commercial use',
  'neither may be used commercially',
];

function price(pair: Pair): string {
  const [one, other] = pair.map((tool) => isFreeToStart(tool.facts.entryPrice));
  if (one === undefined || other === undefined) {
    const names = pair.filter((tool) => tool.facts.entryPrice.value === 'unknown').map(({ name }) => name);
    return `and the entry price of ${names.join(' and ')} is not known`;
  }
  if (one === other) return one ? 'and both are free to start' : 'and neither is free to start';
  return `but only ${pair[one ? 0 : 1].name} is free to start`;
}

function share({ ship, of }: Count): number {
  return ship / of;
}

function inShort({ ship, of }: Count): string {
  return `${ship} of ${of}`;
}
