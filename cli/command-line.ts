import { FeedError } from '../catalog/feed/feed-error.ts';
import type { Command } from './catalog/command.ts';
import { CliError } from './cli-error.ts';

/** Runs the command that the words begin with and gives the exit code; `program` is the npm script they were given to. */
export async function runCommand(
  program: string,
  commands: Record<string, Command>,
  [name = '', ...args]: readonly string[],
): Promise<number> {
  try {
    const command = Object.hasOwn(commands, name) ? commands[name]! : undefined;
    if (!command)
      throw new CliError(`${name ? `There is no command "${name}". ` : ''}${usage(program, commands)}`, 2);
    return await command.run(args);
  } catch (error) {
    // Wrong words and unreadable files are said in one sentence; a stack is for what we did wrong.
    const { code, message } = error as Error & { code?: unknown };
    const isArguments = String(code).startsWith('ERR_PARSE_ARGS');
    if (!isArguments && !isSentence(error as Error)) throw error;
    console.error(isArguments ? `${program} ${name}: ${message}\n${usage(program, commands)}` : message);
    return error instanceof CliError ? error.exitCode : isArguments ? 2 : 1;
  }
}

function isSentence(error: Error): boolean {
  // With a `syscall` it is a file that the system would not read or write, and the message names it.
  const isFile = 'syscall' in error || error.message.startsWith('data/');
  return error instanceof CliError || error instanceof FeedError || isFile;
}

function usage(program: string, commands: Record<string, Command>): string {
  const lines = Object.entries(commands).map(
    ([word, { takes, does }]) => `  npm run ${program} -- ${`${word} ${takes}`.padEnd(34)} ${does}`,
  );
  return ['The commands are:', ...lines].join('\n');
}
