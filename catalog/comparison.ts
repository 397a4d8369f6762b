import { factViews, type FactView } from './fact-views.ts';
import { restrictiveness } from './commercial-use.ts';
import { commercialUseOf } from './license.ts';
import { capital } from './price.ts';
import type { Reference } from './reference.ts';
import { judgedLabel } from './staleness.ts';
import type { Tool } from './tool-schema.ts';
import { communityInWords, panelCount, percent } from './verdict.ts';

export type Cell = {
  text: string;
  detail?: string;
  fact?: FactView;
  votes?: { name: string; vote: 'ship' | 'skip' }[];
};
export type Side = 'left' | 'right';
export type Row = { question: string; left: Cell; right: Cell; leads?: Side };

/** Two tools as rows, one a question; `leads` marks a side that is ahead, never on a tie. */
export function comparison(left: Tool, right: Tool, reference: Reference): Row[] {
  const facts = [factViews(left, reference), factViews(right, reference)] as const;
  return [
    { question: 'Panel', ...both((tool) => panel(tool)), ...leader(panelShare(left), panelShare(right)) },
    { question: 'Community', ...both(({ community }) => ({ text: capital(communityInWords(community)) })) },
    { question: 'Job', ...both((tool) => ({ text: reference.jobs[tool.job]?.name ?? tool.job })) },
    factRow('Entry price', 'entryPrice'),
    factRow('License', 'license'),
    { ...factRow('Commercial use', 'commercialUse'), ...leader(freedom(left), freedom(right)) },
    { question: 'Version judged', ...both(judged) },
    ...votesRows(left, right, reference),
  ];

  function both(cell: (tool: Tool) => Cell) {
    return { left: cell(left), right: cell(right) };
  }

  function factRow(question: string, key: FactView['key']): Row {
    const [one, other] = facts.map((views) => views.find((view) => view.key === key)!) as [
      FactView,
      FactView,
    ];
    return { question, left: { text: one.text, fact: one }, right: { text: other.text, fact: other } };
  }

  function freedom(tool: Tool): number | undefined {
    const asks = restrictiveness(commercialUseOf(tool, reference.licenses));
    return asks === undefined ? undefined : -asks;
  }
}

function panel(tool: Tool): Cell {
  const count = panelCount(tool.review?.votes);
  return count
    ? { text: `${count.ship} of ${count.of} ship · ${percent(count)}%` }
    : { text: 'No verdict yet' };
}

function judged(tool: Tool): Cell {
  const label = judgedLabel(tool);
  return label ? { text: label, detail: `reviewed ${tool.review!.date}` } : { text: 'Not judged' };
}

function panelShare(tool: Tool): number | undefined {
  const count = panelCount(tool.review?.votes);
  return count && count.ship / count.of;
}

function leader(one: number | undefined, other: number | undefined): { leads?: Side } {
  if (one === undefined || other === undefined || one === other) return {};
  return { leads: one > other ? 'left' : 'right' };
}

function votesRows(left: Tool, right: Tool, { reviewers }: Reference): Row[] {
  // Where one of the two was not judged, nobody agrees and nobody parts; each seat's own row says the rest.
  if (!left.review || !right.review) return [];
  const votes = (tool: Tool, id: string) => tool.review?.votes.find(({ reviewer }) => reviewer === id)?.vote;
  const asked = reviewers.map(({ id, name }) => ({ name, one: votes(left, id), other: votes(right, id) }));
  const names = (test: (seat: (typeof asked)[number]) => boolean): Cell => {
    const list = asked.filter(test).map(({ name }) => name);
    return { text: list.length ? list.join(', ') : 'Nobody' };
  };
  const named = (side: 'one' | 'other', test: (seat: (typeof asked)[number]) => boolean): Cell => {
    const list = asked.filter(test).map((seat) => ({ name: seat.name, vote: seat[side]! }));
    return list.length
      ? { text: list.map(({ name, vote }) => `${name}: ${vote}`).join(', '), votes: list }
      : { text: 'Nobody' };
  };
  const parted = ({ one, other }: (typeof asked)[number]) => Boolean(one && other && one !== other);
  const alike = (vote: string) => names(({ one, other }) => one === vote && other === vote);
  const bothSkip = alike('skip');
  return [
    { question: 'Both ship', left: alike('ship'), right: alike('ship') },
    ...(bothSkip.text === 'Nobody' ? [] : [{ question: 'Both skip', left: bothSkip, right: bothSkip }]),
    { question: 'They part on', left: named('one', parted), right: named('other', parted) },
    {
      question: 'Asked on one only',
      left: named('one', ({ one, other }) => Boolean(one && !other)),
      right: named('other', ({ one, other }) => Boolean(!one && other)),
    },
  ];
}
