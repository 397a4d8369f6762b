import { cleanLabel, isSameLabel } from '../label.ts';

/** A feed by its id and address, and what it calls itself. */
export type Claim = { feed: string; name: string; url: string };

/**
 * The label under which a feed is shown: what it calls itself, cleaned; where a person would take that for a label that is
 * taken, with its host behind, and if need be its id and a number.
 */
export function feedLabel({ feed, name, url }: Claim, taken: readonly string[]): string {
  const { host } = new URL(url);
  const label = cleanLabel(name, host);
  const isFree = (candidate: string) => !taken.some((each) => isSameLabel(each, candidate));
  const numbered = taken.map((_, at) => `${feed} ${at + 2} (${host})`);
  return [label, `${label} (${host})`, `${feed} (${host})`, ...numbered].find(isFree)!;
}
