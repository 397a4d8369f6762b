import { realpathSync } from 'node:fs';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { renderUsage, runCommand, type ArgsDef, type SubCommandsDef } from 'citty';
import { CliError } from './cli-error.ts';
import { sentenceOf } from './error-sentence.ts';
import type { Terminal } from './prompt.ts';

/** A command of citty with whatever arguments. */
export type Command = Awaited<Extract<SubCommandsDef[string], Promise<unknown>>>;

/** Runs a program if its file, `import.meta.filename`, is the one that Node was started with; a test only imports it. */
export async function runMain(file: string, program: Command): Promise<void> {
  if (realpathSync(process.argv[1]!) !== file) return;
  for (const stream of [process.stdout, process.stderr]) stream.on('error', stop);
  for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, stop);
  process.exitCode = await runProgram(program, process.argv.slice(2));
}

// As a shell counts the signal that ends other programs when `head` has read enough.
const brokenPipe = 128 + 13;

/** Ends at an error that no command could catch; without a word where whoever read the output has gone. */
function stop(error: unknown): never {
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE') process.exit(brokenPipe);
  console.error(sentenceOf(error));
  process.exit(1);
}

/**
 * Runs a command line and gives its exit code: what the command returns or 0, after bad input 2, after any other failure 1,
 * with a sentence and never a trace, save where `NODE_DEBUG` is `hullmark`. A command asks its questions on `terminal`.
 */
export async function runProgram(program: Command, args: readonly string[], terminal?: Terminal) {
  const commands = (await resolved(program.subCommands)) as SubCommandsDef | undefined;
  const [name = ''] = args;
  // Not citty's own look-up, which finds `toString` too.
  const found = commands && Object.hasOwn(commands, name);
  let command = program;
  const usage = () => renderUsage(command, command === program ? undefined : program);
  try {
    if (found) command = (await resolved(commands[name])) as Command;
    const rawArgs = found ? args.slice(1) : [...args];
    if (rawArgs.some((arg) => arg === '--help' || arg === '-h')) {
      console.log(forStream(process.stdout, await usage()));
      return 0;
    }
    if (commands && !found) throw new CliError(name ? `Unknown command "${name}"` : 'Which command?', 2);
    assertKnown(rawArgs, ((await resolved(command.args)) ?? {}) as ArgsDef);
    const { result } = await runCommand(command, { rawArgs, data: terminal });
    return typeof result === 'number' ? result : 0;
  } catch (error) {
    if (process.env.NODE_DEBUG === 'hullmark') console.error(error);
    const exitCode = exitCodeOf(error);
    const sentence = sentenceOf(error);
    console.error(exitCode === 2 ? `${sentence}\n\n${forStream(process.stderr, await usage())}` : sentence);
    return exitCode;
  }
}

/** Throws at a flag that is not defined, one given twice or without its value, an empty value and an argument too many, all of which citty lets pass. */
function assertKnown(args: string[], defined: ArgsDef): void {
  const flags = Object.entries(defined).filter(([, { type }]) => type !== 'positional');
  const options = Object.fromEntries(
    flags.map(
      ([flag, { type }]) => [flag, { type: type === 'boolean' ? type : 'string', multiple: true }] as const,
    ),
  );
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  for (const [flag, given = []] of Object.entries(values)) {
    if (given.length > 1) throw new CliError(`--${flag}: is given more than once`, 2);
    assertPlain(`--${flag}`, given[0]);
  }
  const names = Object.keys(defined).filter((key) => defined[key]!.type === 'positional');
  const takesRest = names.at(-1)?.startsWith('...');
  for (const [at, value] of positionals.entries()) {
    const name = names[Math.min(at, names.length - 1)];
    if (name) assertPlain(name.replace('...', '').toUpperCase(), value);
  }
  // "...urls" takes all that follow, and the usage shows it so.
  if (takesRest || positionals.length <= names.length) return;
  throw new CliError(`Unexpected argument "${positionals[names.length]}"`, 2);
}

/** Throws at a value that nobody can have meant: nothing that can be seen, or a line break or another control character. */
function assertPlain(name: string, value: string | boolean | undefined): void {
  if (typeof value !== 'string') return;
  if (!/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(value)) throw new CliError(`${name}: is empty`, 2);
  if (/\p{Cc}/u.test(value)) throw new CliError(`${name}: has a line break or another control character`, 2);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CliError) return error.exitCode;
  if (!(error instanceof Error)) return 1;
  if (error.name === 'CLIError') return 2;
  if (!String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) return 1;
  // Node's advice after the first sentence speaks of flags that the usage explains better.
  error.message = error.message.split(/\.\s/)[0]!;
  return 2;
}

// citty pads each line, and colours it wherever the output goes (0.2.2).
function forStream({ isTTY }: { isTTY?: boolean }, text: string): string {
  return (isTTY ? text : stripVTControlCharacters(text)).replace(/ +$/gm, '');
}

// Every part of a definition may be a function or a promise.
function resolved(value: unknown): unknown {
  return typeof value === 'function' ? (value as () => unknown)() : value;
}
