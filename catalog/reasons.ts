import type { OnPage } from './on-page.ts';
import type { Seat } from './seats.ts';
import { panelCount, verdictWord } from './verdict.ts';
import { whoseVerdict } from './verdict-of.ts';

/** One reviewer's reason in a line; `watch` is what to look out for where nobody is against. */
export type Reason = { kind: 'for' | 'against' | 'watch'; seat: Seat; text: string };

/** The strongest reasons of a panel, and what would change its verdict; each is missing where no vote gives one. */
export type Reasons = { pro?: Reason; con?: Reason; wouldChange?: { seat: Seat; text: string } };

// First who tried to get a result; and against, first who looked for the weak point.
const forOrder: Seat[] = ['builder', 'product', 'creator', 'futurist', 'skeptic'];
const againstOrder: Seat[] = ['skeptic', 'builder', 'product', 'creator', 'futurist'];

/** The reasons of a tool's verdict, as its reviewers give them; none without a verdict. */
export function reasonsOf({ review }: OnPage): Reasons {
  const votes = review?.votes ?? [];
  const count = panelCount(votes);
  if (!count) return {};
  const first = (order: Seat[], vote?: 'ship' | 'skip') => {
    const found = order.flatMap((seat) => votes.filter((each) => each.reviewer === seat));
    return found.find((each) => !vote || each.vote === vote);
  };
  const reason = (kind: Reason['kind'], vote: (typeof votes)[number] | undefined): Reason | undefined =>
    vote && { kind, seat: vote.reviewer, text: gistOf(vote) };
  const pro = reason('for', first(forOrder, 'ship'));
  const con =
    reason('against', first(againstOrder, 'skip')) ??
    reason(
      'watch',
      votes.find(({ reviewer }) => reviewer === 'skeptic'),
    );
  // What would change the majority's mind changes the verdict.
  const side = verdictWord(count) === 'Skip' ? 'skip' : 'ship';
  const changing = [...votes.filter(({ vote }) => vote === side), ...votes].find((each) => each.wouldChange);
  return {
    ...(pro && { pro }),
    ...(con && { con }),
    ...(changing && { wouldChange: { seat: changing.reviewer, text: changing.wouldChange! } }),
  };
}

/** The one reason that a card has room for: against what most would ship, for what most would skip; none where the verdict is not this page's. */
export function decisiveReason(tool: OnPage): Reason | undefined {
  const count = panelCount(tool.review?.votes);
  if (!count || whoseVerdict(tool)) return undefined;
  const { pro, con } = reasonsOf(tool);
  return verdictWord(count) === 'Skip' ? pro : con;
}

// A badge record is read on each page, and a card has three lines for it.
const maxOnCard = 160;

/** A reason as a card says it, cut after a whole word. */
export function shortReason({ kind, text }: Pick<Reason, 'kind' | 'text'>): Pick<Reason, 'kind' | 'text'> {
  if (text.length <= maxOnCard) return { kind, text };
  return { kind, text: `${text.slice(0, maxOnCard).replace(/\W+\w*$/, '')}…` };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

type Vote = { gist?: string | undefined; take: string };

// Each page of a tool asks for it again, and finding a sentence takes long.
const gists = new WeakMap<Vote, string>();

/** A vote in a line: its gist, or else the first sentence of its take. */
function gistOf(vote: Vote): string {
  const known = vote.gist ?? gists.get(vote);
  if (known !== undefined) return known;
  const [first] = sentences.segment(vote.take);
  const found = first?.segment.trim() ?? vote.take;
  gists.set(vote, found);
  return found;
}
