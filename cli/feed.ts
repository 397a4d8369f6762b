// `npm run feed -- <command>`: makes, checks and shows a feed, the signed catalog that a static host serves.
import { runCommand } from './command-line.ts';
import { feedCommands } from './feed/commands.ts';

process.exitCode = await runCommand('feed', feedCommands, process.argv.slice(2));
