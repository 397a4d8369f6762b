import { CliError } from './cli-error.ts';

export const argument = (description: string) =>
  ({ type: 'positional', required: true, description }) as const;
export const optionalArgument = (description: string) =>
  ({ type: 'positional', required: false, description }) as const;
export const flag = (valueHint: string, description: string) =>
  ({ type: 'string', valueHint, description }) as const;
export const requiredFlag = (valueHint: string, description: string) =>
  ({ type: 'string', required: true, valueHint, description }) as const;
export const toggle = (description: string) => ({ type: 'boolean', description }) as const;

/** The flag for a folder of catalog data other than our own. */
export const dataArg = { data: flag('dir', 'Folder of catalog data, if not our own') };

/** "90" → 90; throws with exit code 2 and the flag's name if the text is not a whole number or below `min`. */
export function wholeNumber(flag: string, text: string, min = 0): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && Number.isSafeInteger(number)) return number;
  throw new CliError(`${flag}: "${text}" is not a whole number${min > 0 ? ` from ${min} up` : ''}`, 2);
}

/** The text, if it is one of these; throws with exit code 2 and the flag's name otherwise. */
export function oneOf<T extends string>(flag: string, text: string, all: readonly T[]): T {
  const found = all.find((each) => each === text);
  if (found === undefined) throw new CliError(`${flag}: "${text}" is not one of ${all.join(', ')}`, 2);
  return found;
}

/** "2026-11-22" → "2026-11-22T00:00:00Z", as a feed writes times; throws with exit code 2 if the text is not an ISO 8601 date or time. */
export function isoTime(flag: string, text: string): string {
  const date = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d))?$/.test(text) ? new Date(text) : undefined;
  if (!date || Number.isNaN(date.getTime()))
    throw new CliError(`${flag}: "${text}" is not a date such as 2026-11-22 or 2026-11-22T10:00:00Z`, 2);
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** "30d" → 30; throws with exit code 2 if the text is not a number of days, or is more than `max`. */
export function daysOf(flag: string, text: string, max: number): number {
  if (!/^[1-9]\d{0,3}d$/.test(text))
    throw new CliError(`${flag}: "${text}" is not a number of days, as in 30d`, 2);
  const days = Number.parseInt(text);
  if (days <= max) return days;
  throw new CliError(`${flag}: "${text}" is more than the ${max} days that readers accept`, 2);
}

/** Today as an ISO 8601 date, in UTC as all dates of the catalog. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Shows on a terminal how far a long run has come; elsewhere nothing, so that logs stay readable. */
export function showProgress(what: string, done: number, of: number): void {
  if (!process.stderr.isTTY || (done % 100 && done < of)) return;
  process.stderr.write(`\r${what} ${done} of ${of}${done < of ? '' : '\n'}`);
}
