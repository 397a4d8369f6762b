// `npm run catalog -- <command>`: the tools that keep the catalog true.
import { check } from './catalog/check.ts';
import type { Command } from './catalog/command.ts';
import { log } from './catalog/log.ts';
import { newTool } from './catalog/new.ts';
import { sample } from './catalog/sample.ts';
import { show } from './catalog/show.ts';
import { stale } from './catalog/stale.ts';
import { stats } from './catalog/stats.ts';
import { Stop } from './setup/process.mjs';

const commands: Record<string, Command> = { check, new: newTool, stale, stats, show, sample, log };

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = Object.hasOwn(commands, name) ? commands[name]! : undefined;
  if (!command) throw new Stop(`${name ? `There is no command "${name}". ` : ''}${usage()}`, 2);
  process.exitCode = await command.run(args);
} catch (error) {
  // Wrong words and unreadable files are said in one sentence; a stack is for what we did wrong.
  const { code, message } = error as Error & { code?: unknown };
  const isArguments = String(code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof Stop) && !isArguments && !message.startsWith('data/')) throw error;
  console.error(isArguments ? `catalog ${name}: ${message}\n${usage()}` : message);
  process.exitCode = error instanceof Stop ? error.code : isArguments ? 2 : 1;
}

function usage(): string {
  const lines = Object.entries(commands).map(
    ([word, { takes, does }]) => `  npm run catalog -- ${`${word} ${takes}`.padEnd(34)} ${does}`,
  );
  return ['The commands are:', ...lines].join('\n');
}
