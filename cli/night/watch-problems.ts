import { ageInDays } from '../../catalog/staleness.ts';
import type { Report } from './report.ts';

const maxFailedNights = 3;
const maxAgeDays = 90;

/** One sentence for each thing that the nights do not mend; `ages` are those of all facts in days, `today` an ISO 8601 date. */
export function watchProblems(reports: readonly Report[], ages: readonly number[], today: string): string[] {
  const nights = reports.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  return [...missingNights(nights, today), ...silentCollectors(nights), ...oldFacts(ages)];
}

function missingNights([last]: readonly Report[], today: string): string[] {
  if (!last) return ['No night has finished: there is no report of any.'];
  const days = ageInDays(last.date, today);
  return days >= maxFailedNights
    ? [`No night has finished for ${days} days; the last one was that of ${last.date}.`]
    : [];
}

/** Each collector that had something to ask in the last three nights and was answered in none of them. */
function silentCollectors(nights: readonly Report[]): string[] {
  const names = [...new Set(nights.flatMap(({ sources }) => sources.map(({ name }) => name)))].sort();
  return names.flatMap((name) => {
    const own = nights.flatMap(({ date, sources }) =>
      sources
        .filter((source) => source.name === name && source.asked > 0)
        .map((source) => ({ ...source, date })),
    );
    const last = own.slice(0, maxFailedNights);
    if (last.length < maxFailedNights || last.some(({ answered }) => answered > 0)) return [];
    const success = own.find(({ answered }) => answered > 0);
    const when = success ? `last on ${success.date}` : 'in no report that is kept';
    return [`The collector ${name} got no answer for three nights (an answer came ${when}).`];
  });
}

/** The oldest tenth of the facts, where the youngest of them is past its time already. */
function oldFacts(ages: readonly number[]): string[] {
  const tenth = ages.toSorted((a, b) => b - a).slice(0, Math.max(1, Math.floor(ages.length / 10)));
  const youngest = tenth.at(-1);
  if (youngest === undefined || youngest <= maxAgeDays) return [];
  return [
    `The oldest tenth of the facts (${tenth.length} of ${ages.length}) is more than ${maxAgeDays} days old, up to ${tenth[0]} days: npm run catalog -- stale lists them.`,
  ];
}
