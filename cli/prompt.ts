import type { Readable, Writable } from 'node:stream';
import { CliError } from './cli-error.ts';

export type Terminal = { input: Readable; output: Writable };
/** What a prompt shows: the text to start with, or the options to choose from; `validate` says what is wrong with an answer. */
export type Question = {
  message: string;
  initialValue?: string;
  options?: { value: string; label?: string }[];
  validate?: (answer: string) => string | undefined;
};

/** The terminal a person sits at; none where the input comes from a file or another program. */
const ownTerminal: Terminal | undefined = process.stdin.isTTY
  ? { input: process.stdin, output: process.stderr }
  : undefined;

/** The answer to a question; nothing if it is blank or there is no terminal. Throws with exit code 130 at Ctrl-C. */
export async function prompt(
  { options, validate, ...shown }: Question,
  terminal = ownTerminal,
): Promise<string | undefined> {
  if (!terminal) return undefined;
  const { autocomplete, isCancel, text } = await import('@clack/prompts');
  const answer = options
    ? await autocomplete({
        ...{ ...terminal, ...shown, options, maxItems: 8 },
        // A search that finds nothing would count as an answer.
        validate: (chosen) => (chosen === undefined ? 'Choose one from the list' : undefined),
      })
    : await text({ ...terminal, ...shown, validate: (typed = '') => validate?.(typed.trim()) });
  if (isCancel(answer)) throw new CliError('Stopped; nothing was written', 130);
  return answer?.trim() || undefined;
}

/** The message of a CliError that `work` throws, to show below an answer. */
export function problemIn(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof CliError) return error.message;
    throw error;
  }
  return undefined;
}
