import type { OpenAdvisory } from './advisories.ts';
import { dateLabel } from './dates.ts';
import { factViews, type FactView } from './fact-views.ts';
import { knownTrouble, reviewedTrouble } from './known-trouble.ts';
import { restrictiveness } from './commercial-use.ts';
import { commercialUseOf } from './license.ts';
import { capital } from './capital.ts';
import { jobName, type Reference } from './reference.ts';
import { reviewedLabel } from './staleness.ts';
import type { Tool } from './tool-schema.ts';
import { jobsOf } from './tool-summary.ts';
import { communityInWords, outOf, panelCount, shareOf } from './verdict.ts';
import { ownCount, whoseVerdict } from './verdict-of.ts';

export type Cell = {
  text: string;
  detail?: string;
  fact?: FactView;
  votes?: { name: string; vote: Vote }[];
  advisories?: readonly OpenAdvisory[];
};
export type Side = 'left' | 'right';
export type Row = { question: string; left: Cell; right: Cell; leads?: Side };

/** Two tools as rows, one for each question; `leads` names the side that is ahead, if one is; `day` is ISO 8601. */
export function comparison(left: Tool, right: Tool, reference: Reference, day?: string): Row[] {
  const facts = [factViews(left, reference, day), factViews(right, reference, day)] as const;
  return [
    { question: 'Reviews', ...both((tool) => panel(tool)), ...leader(panelShare(left), panelShare(right)) },
    { question: 'Community', ...both(({ community }) => ({ text: capital(communityInWords(community)) })) },
    {
      question: 'Job',
      ...both((tool) => ({
        text: jobsOf(tool)
          .map((job) => jobName(reference, job))
          .join(', '),
      })),
    },
    factRow('Status', 'status'),
    factRow('Price', 'entryPrice'),
    factRow('License', 'license'),
    { ...factRow('Commercial use', 'commercialUse'), ...leader(freedom(left), freedom(right)) },
    { question: 'Version reviewed', ...both(reviewed) },
    ...troubleRow(left, right),
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
    const rank = restrictiveness(commercialUseOf(tool, reference.licenses));
    return rank === undefined ? undefined : -rank;
  }
}

function panel(tool: Tool): Cell {
  const count = panelCount(tool.review?.votes);
  const whose = whoseVerdict(tool);
  return { text: count ? outOf(count) : 'Not reviewed yet', ...(count && whose && { detail: whose }) };
}

function reviewed(tool: Tool): Cell {
  const label = reviewedLabel(tool);
  const trouble = reviewedTrouble(tool);
  if (!label) return { text: 'Not reviewed' };
  return { text: trouble ? `${label}, which ${trouble}` : label, detail: dateLabel(tool.review!.date) };
}

/** What is known against the latest versions, where something is known of either. */
function troubleRow(left: Tool, right: Tool): Row[] {
  const [one, other] = [knownTrouble(left), knownTrouble(right)];
  if (!one && !other) return [];
  const nothing = { text: 'Not known' };
  return [{ question: 'Known trouble', left: one ?? nothing, right: other ?? nothing }];
}

function panelShare(tool: Tool): number | undefined {
  const count = ownCount(tool);
  return count && shareOf(count);
}

function leader(one: number | undefined, other: number | undefined): { leads?: Side } {
  if (one === undefined || other === undefined || one === other) return {};
  return { leads: one > other ? 'left' : 'right' };
}

type Vote = 'ship' | 'skip';
type Seat = { name: string; one: Vote | undefined; other: Vote | undefined };

function votesRows(left: Tool, right: Tool, { reviewers }: Reference): Row[] {
  // Where only one of the two was itself reviewed, nobody can agree or disagree; each reviewer's own row says the rest.
  if (!left.review || !right.review || whoseVerdict(left) || whoseVerdict(right)) return [];
  const voteOf = (tool: Tool, id: string) => tool.review?.votes.find(({ reviewer }) => reviewer === id)?.vote;
  const seats = reviewers.map(({ id, name }) => ({ name, one: voteOf(left, id), other: voteOf(right, id) }));
  const listBoth = (test: (seat: Seat) => boolean): Cell => {
    const list = seats.filter(test).map(({ name }) => name);
    return { text: list.length ? list.join(', ') : 'None' };
  };
  const listSide = (side: 'one' | 'other', test: (seat: Seat) => boolean): Cell => {
    const list = seats.filter(test).map((seat) => ({ name: seat.name, vote: seat[side]! }));
    return list.length
      ? { text: list.map(({ name, vote }) => `${name}: ${vote}`).join(', '), votes: list }
      : { text: 'None' };
  };
  const disagree = ({ one, other }: Seat) => Boolean(one && other && one !== other);
  const bothSay = (vote: string) => listBoth(({ one, other }) => one === vote && other === vote);
  const bothSkip = bothSay('skip');
  return [
    { question: 'Both say ship', left: bothSay('ship'), right: bothSay('ship') },
    ...(bothSkip.text === 'None' ? [] : [{ question: 'Both say skip', left: bothSkip, right: bothSkip }]),
    { question: 'Disagree', left: listSide('one', disagree), right: listSide('other', disagree) },
    {
      question: 'Reviewed on one side only',
      left: listSide('one', ({ one, other }) => Boolean(one && !other)),
      right: listSide('other', ({ one, other }) => Boolean(!one && other)),
    },
  ];
}
