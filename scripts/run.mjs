// Every npm script starts here: `node scripts/run.mjs <task> [arguments]`. It needs Node 18 and npm, nothing else.
import { isNewEnough, startAgain } from './setup/node.mjs';
import { Stop, say } from './setup/process.mjs';
import { runTask, tasks } from './setup/tasks.mjs';

const [name = '', ...given] = process.argv.slice(2);

try {
  if (!Object.hasOwn(tasks, name)) throw new Stop(usage(), 2);
  if (isNewEnough(process.versions.node)) await runTask(name, given);
  else await startAgain([name, ...given]);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  if (error.message) say(error.message);
  process.exitCode = error.code;
}

function usage() {
  const lines = Object.entries(tasks).map(([task, { does }]) => `  npm run ${task.padEnd(9)} ${does}`);
  return [name ? `There is no task "${name}". The tasks are:` : 'The tasks are:', ...lines].join('\n');
}
