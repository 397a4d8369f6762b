import type { OpenAdvisory } from './advisories.ts';
import { factViews, type FactView } from './fact-views.ts';
import { knownTrouble, reviewedTrouble } from './known-trouble.ts';
import { restrictiveness } from './commercial-use.ts';
import { commercialUseOf } from './license.ts';
import { capital } from './capital.ts';
import { jobName, type Reference } from './reference.ts';
import { votesInLetters } from './seats.ts';
import { sharedCounts } from './shared-seats.ts';
import { isOutdated, latestVersion, reviewedLabel } from './staleness.ts';
import type { Tool } from './tool-schema.ts';
import { jobsOf } from './tool-summary.ts';
import { communityInWords, noVerdict, outOf, panelCount, shareOf } from './verdict.ts';
import { whoseVerdict } from './verdict-of.ts';
import { versionLabel } from './version.ts';

export type Cell = {
  text: string;
  detail?: string;
  /** What goes with a fact, unless the row above it has said so. */
  note?: string;
  /** The day of a review, ISO 8601. */
  reviewed?: string;
  fact?: FactView;
  votes?: { name: string; vote: Vote }[];
  advisories?: readonly OpenAdvisory[];
};
export type Side = 'left' | 'right';
/** `isSame` where both sides say the same, so that a reader can skip the row. */
export type Row = { question: string; left: Cell; right: Cell; leads?: Side; isSame?: true };

/** Two tools as rows, one for each question; `leads` names the side that is ahead, if one is; `day` is ISO 8601. */
export function comparison(left: Tool, right: Tool, reference: Reference, day?: string): Row[] {
  const views = [factViews(left, reference, day), factViews(right, reference, day)] as const;
  const [one, other] = sharedCounts(left, right) ?? [];
  const facts = [
    {
      question: 'Use case',
      ...both((tool) => ({
        text: jobsOf(tool)
          .map((job) => jobName(reference, job))
          .join(', '),
      })),
    },
    ...factRows('status', 'entryPrice', 'license'),
    ...factRows('commercialUse').map((row) => ({ ...row, ...leader(freedom(left), freedom(right)) })),
    ...factRows('runsOn', 'selfHost', 'weights', 'size', 'dataGoes'),
    ...factRows('version', 'endsOn', 'stars', 'downloads'),
    { question: 'Version reviewed', ...both(reviewed) },
  ];
  return [
    { question: 'Reviews', ...both(panel), ...leader(one && shareOf(one), other && shareOf(other)) },
    ...communityRow(left, right),
    ...facts.map((row): Row => (isSame(row) ? { ...row, isSame: true } : row)),
    ...troubleRow(left, right),
    ...votesRows(left, right, reference),
  ];

  function both(cell: (tool: Tool) => Cell) {
    return { left: cell(left), right: cell(right) };
  }

  /** A row for each of these facts that is stated of either side. */
  function factRows(...keys: FactView['key'][]): Row[] {
    return keys.flatMap((key) => {
      const [one, other] = views.map((side) => side.find((view) => view.key === key));
      const label = (one ?? other)?.label;
      return label
        ? [{ question: label, left: factCell(one, views[0]), right: factCell(other, views[1]) }]
        : [];
    });
  }

  function freedom(tool: Tool): number | undefined {
    const rank = restrictiveness(commercialUseOf(tool, reference.licenses));
    return rank === undefined ? undefined : -rank;
  }
}

function factCell(fact: FactView | undefined, all: readonly FactView[]): Cell {
  if (!fact) return { text: 'Unknown' };
  const above = all.slice(0, all.indexOf(fact));
  const isSaid = above.some(({ note }) => fact.note && note?.includes(fact.note));
  return { text: fact.text, fact, ...(fact.note && !isSaid && { note: fact.note }) };
}

// A reader who skips a row must miss nothing: neither a note nor who says otherwise.
function isSame({ left, right, leads }: Row): boolean {
  const hasMore = ({ fact, detail, note, reviewed, advisories }: Cell) =>
    Boolean(detail || note || reviewed || advisories || fact?.disputed.length || fact?.withheld);
  return !leads && left.text === right.text && !hasMore(left) && !hasMore(right);
}

function communityRow(left: Tool, right: Tool): Row[] {
  if (!left.community && !right.community) return [];
  const cell = ({ community }: Tool) => ({ text: capital(communityInWords(community)) });
  return [{ question: 'Community', left: cell(left), right: cell(right) }];
}

function panel(tool: Tool): Cell {
  const count = panelCount(tool.review?.votes);
  const whose = whoseVerdict(tool);
  return {
    text: count ? outOf(count) : `${noVerdict(votesInLetters(tool.review?.votes))} yet`,
    ...(count && whose && { detail: whose }),
  };
}

function reviewed(tool: Tool): Cell {
  const label = reviewedLabel(tool);
  const trouble = reviewedTrouble(tool);
  if (!label) return { text: 'Not reviewed' };
  const newer = isOutdated(tool) ? ` (latest: ${versionLabel(latestVersion(tool)!)})` : '';
  return {
    text: `${trouble ? `${label}, which ${trouble}` : label}${newer}`,
    // Without a version the label is a day already.
    ...(tool.review!.version && { reviewed: tool.review!.date }),
  };
}

/** What is known against the latest versions, where something is known of either. */
function troubleRow(left: Tool, right: Tool): Row[] {
  const [one, other] = [knownTrouble(left), knownTrouble(right)];
  if (!one && !other) return [];
  const nothing = { text: 'Unknown' };
  return [{ question: 'Known trouble', left: one ?? nothing, right: other ?? nothing }];
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
