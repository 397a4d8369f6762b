import { CliError } from '../cli-error.ts';

/** A command of `npm run catalog`: what it takes and does in words, and what it runs; it gives the exit code. */
export type Command = { takes: string; does: string; run(args: string[]): number | Promise<number> };

/** A whole number out of an option's text; stops with exit code 2 and the option's name if it is none or below `least`. */
export function wholeNumber(option: string, text: string, least = 0): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && Number.isSafeInteger(number)) return number;
  throw new CliError(`${option}: "${text}" is no whole number${least > 0 ? ` from ${least} up` : ''}`, 2);
}

/** Today as an ISO 8601 date, in UTC as all dates of the catalog. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Says on a terminal how far a long run is; elsewhere nothing, so that logs stay readable. */
export function progress(what: string, done: number, of: number): void {
  if (!process.stderr.isTTY || (done % 100 && done < of)) return;
  process.stderr.write(`\r${what} ${done} of ${of}${done < of ? '' : '\n'}`);
}
