import { CliError } from '../cli-error.ts';

/** An option's text; stops with exit code 2 and what it is for if it was not given. */
export function needed(option: string, text: string | undefined, what: string): string {
  if (text) return text;
  throw new CliError(`${option}: is missing; it takes ${what}`, 2);
}

/** The one word a command is given; stops with exit code 2 and an example if there are more or none. */
export function onlyWord(words: readonly string[], example: string): string {
  if (words.length === 1) return words[0]!;
  throw new CliError(`${example.split(' ')[0]!}: takes one word beside its options. As in: ${example}`, 2);
}

/** A moment as a feed writes it, UTC to the second; stops with exit code 2 if the text is no ISO 8601 date or time. */
export function moment(option: string, text: string): string {
  const date = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d))?$/.test(text) ? new Date(text) : undefined;
  if (!date || Number.isNaN(date.getTime()))
    throw new CliError(`${option}: "${text}" is no date such as 2026-11-22 or 2026-11-22T10:00:00Z`, 2);
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
