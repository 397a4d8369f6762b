import type { Tool } from './tool-schema.ts';
import { countInWords, panelCount, verdictInWords, verdictWord } from './verdict.ts';

type Judged = Pick<Tool, 'review'>;

/**
 * What became of a tool's verdict between two of its files, in words to follow its name; nothing if the panel's votes stayed.
 * A vote's words may change without a sentence, since the verdict is the votes.
 */
export function verdictChange(before: Judged | undefined, after: Judged | undefined): string | undefined {
  const [old, now] = [seatsOf(before), seatsOf(after)];
  if (same(old, now)) return undefined;
  const [was, is] = [panelCount(before?.review?.votes), panelCount(after?.review?.votes)];
  if (!is) return was && `no verdict any more (was ${verdictInWords(was)})`;
  if (!was) return `${verdictWord(is)}, ${countInWords(is)}`;
  const seats = [...new Set([...old.keys(), ...now.keys()])].filter(
    (seat) => old.get(seat) !== now.get(seat),
  );
  const turns = seats.map((seat) => `${seat} ${old.get(seat) ?? 'no vote'} → ${now.get(seat) ?? 'no vote'}`);
  return `${verdictInWords(was)} → ${verdictInWords(is)} (${turns.join(', ')})`;
}

function seatsOf(tool: Judged | undefined): Map<string, string> {
  return new Map(tool?.review?.votes.map(({ reviewer, vote }) => [reviewer, vote]));
}

function same(a: Map<string, string>, b: Map<string, string>): boolean {
  return a.size === b.size && [...a].every(([seat, vote]) => b.get(seat) === vote);
}
