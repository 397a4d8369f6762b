// `npm run catalog -- <command>`: the tools that keep the catalog true.
import { check } from './catalog/check.ts';
import { log } from './catalog/log.ts';
import { newTool } from './catalog/new.ts';
import { sample } from './catalog/sample.ts';
import { show } from './catalog/show.ts';
import { stale } from './catalog/stale.ts';
import { stats } from './catalog/stats.ts';
import { runCommand } from './command-line.ts';

const commands = { check, new: newTool, stale, stats, show, sample, log };

process.exitCode = await runCommand('catalog', commands, process.argv.slice(2));
