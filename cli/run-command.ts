import { realpathSync } from 'node:fs';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { renderUsage, runCommand, type ArgsDef, type SubCommandsDef } from 'citty';
import { FeedError } from '../catalog/feed/feed-error.ts';
import { CliError } from './cli-error.ts';
import type { Terminal } from './prompt.ts';

/** A command of citty with whatever arguments. */
export type Command = Awaited<Extract<SubCommandsDef[string], Promise<unknown>>>;

/** Runs a program if its file, `import.meta.filename`, is the one that Node was started with; a test only imports it. */
export async function runMain(file: string, program: Command): Promise<void> {
  if (realpathSync(process.argv[1]!) === file)
    process.exitCode = await runProgram(program, process.argv.slice(2));
}

/**
 * Runs a command line and gives its exit code: what the command returns or 0, after bad input 2, after any other failure
 * that one sentence explains 1. Errors of our own making are thrown on. A command asks its questions on `terminal`.
 */
export async function runProgram(program: Command, args: readonly string[], terminal?: Terminal) {
  const commands = (await resolved(program.subCommands)) as SubCommandsDef | undefined;
  const [name = ''] = args;
  // Not citty's own look-up, which finds `toString` too.
  const found = commands && Object.hasOwn(commands, name) && ((await resolved(commands[name])) as Command);
  const [command, rawArgs] = found ? [found, args.slice(1)] : [program, [...args]];
  const usage = () => renderUsage(command, found ? program : undefined);
  try {
    if (rawArgs.some((arg) => arg === '--help' || arg === '-h')) {
      console.log(forStream(process.stdout, await usage()));
      return 0;
    }
    if (commands && !found) throw new CliError(name ? `Unknown command "${name}"` : 'Which command?', 2);
    assertKnown(rawArgs, ((await resolved(command.args)) ?? {}) as ArgsDef);
    const { result } = await runCommand(command, { rawArgs, data: terminal });
    return typeof result === 'number' ? result : 0;
  } catch (error) {
    const exitCode = exitCodeOf(error as Error & { code?: unknown });
    if (exitCode === undefined) throw error;
    const sentence = forStream(process.stderr, (error as Error).message);
    console.error(exitCode === 2 ? `${sentence}\n\n${forStream(process.stderr, await usage())}` : sentence);
    return exitCode;
  }
}

/** Throws at a flag that is not defined, a flag without its value and an argument too many, all of which citty ignores. */
function assertKnown(args: string[], defined: ArgsDef): void {
  const flags = Object.entries(defined).filter(([, { type }]) => type !== 'positional');
  const options = Object.fromEntries(
    flags.map(([flag, { type }]) => [flag, { type: type === 'boolean' ? type : 'string' }] as const),
  );
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  for (const [flag, value] of Object.entries(values))
    if (value === '') throw new CliError(`--${flag}: is empty`, 2);
  const names = Object.keys(defined).filter((key) => defined[key]!.type === 'positional');
  // "...urls" takes all that follow, and the usage shows it so.
  if (names.at(-1)?.startsWith('...') || positionals.length <= names.length) return;
  throw new CliError(`Unexpected argument "${positionals[names.length]}"`, 2);
}

/** The exit code of an error that its message explains; nothing for one of our own making, which needs its stack. */
function exitCodeOf(error: Error & { code?: unknown }): number | undefined {
  if (error instanceof CliError) return error.exitCode;
  if (error.name === 'CLIError') return 2;
  if (String(error.code).startsWith('ERR_PARSE_ARGS')) {
    // Node's advice after the first sentence speaks of flags that the usage explains better.
    error.message = error.message.split(/\.\s/)[0]!;
    return 2;
  }
  // With a `syscall` it is a file that the system would not read or write, and the message names it.
  return error instanceof FeedError || 'syscall' in error ? 1 : undefined;
}

// citty pads each line, and colours it wherever the output goes (0.2.2).
function forStream({ isTTY }: { isTTY?: boolean }, text: string): string {
  return (isTTY ? text : stripVTControlCharacters(text)).replace(/ +$/gm, '');
}

// Every part of a definition may be a function or a promise.
function resolved(value: unknown): unknown {
  return typeof value === 'function' ? (value as () => unknown)() : value;
}
