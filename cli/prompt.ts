import type { Readable, Writable } from 'node:stream';
import { CliError } from './cli-error.ts';

export type Terminal = { input: Readable; output: Writable };
export type Answers<Name extends string> = { [name in Name]?: string };
/** What one prompt shows: the text to begin with, or the options to choose from; `validate` tells what is wrong with an answer. */
export type Question = {
  message: string;
  initialValue?: string;
  options?: { value: string; label?: string; hint?: string }[];
  validate?: (answer: string) => string | undefined;
};

/** The terminal a person sits at; none where the input comes from a file or another program. */
export const ownTerminal: Terminal | undefined = process.stdin.isTTY
  ? { input: process.stdin, output: process.stderr }
  : undefined;

/** The answers, with the missing ones asked for one after another if there is a terminal. Throws with exit code 130 at Ctrl-C. */
export async function promptForMissing<Name extends string>(
  names: readonly Name[],
  answers: Answers<Name>,
  question: (name: Name, answers: Answers<Name>) => Question,
  terminal = ownTerminal,
): Promise<Answers<Name>> {
  const all = { ...answers };
  if (!terminal) return all;
  const { autocomplete, isCancel, text } = await import('@clack/prompts');
  for (const name of names.filter((each) => all[each] === undefined)) {
    const { options, validate, ...shown } = question(name, all);
    const answer = options
      ? await autocomplete({ ...terminal, ...shown, options, maxItems: 8 })
      : await text({ ...terminal, ...shown, validate: (typed = '') => validate?.(typed.trim()) });
    if (isCancel(answer)) throw new CliError('Stopped; nothing was written', 130);
    if (answer?.trim()) all[name] = answer.trim();
  }
  return all;
}

/** What a CliError thrown by `work` says, to show below an answer. */
export function problemIn(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof CliError) return error.message;
    throw error;
  }
  return undefined;
}
