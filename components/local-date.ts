import { dateLabel, monthLabel } from '../catalog/dates.ts';

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const month = { month: 'short', year: 'numeric' } as const;

/**
 * A date (ISO 8601, a time in UTC) as our pages show it, in the browser's language: "22 Nov 2026", "22. Nov. 2026". Sentences of
 * the catalog, the badge and what is copied keep `dateLabel`, since their words are English.
 */
export function localDate(iso: string, language = navigator.language): string {
  return isEnglish(language) ? dateLabel(iso) : format(iso, language, day);
}

/** The month of a date alone, in the browser's language: "Nov 2026". */
export function localMonth(iso: string, language = navigator.language): string {
  return isEnglish(language) ? monthLabel(iso) : format(iso, language, month);
}

/** Whether dates are written as in our own sentences; English browsers differ in the order, and one writes "Sept". */
export function isEnglish(language: string): boolean {
  return !language || /^en(-|$)/i.test(language);
}

// In the calendar of the English sentences around it, so that no page shows two years for one day.
function format(iso: string, language: string, parts: Intl.DateTimeFormatOptions): string {
  return new Date(iso).toLocaleDateString(language, { ...parts, timeZone: 'UTC', calendar: 'gregory' });
}
