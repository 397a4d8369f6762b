// `npm run bench`: prints each figure beside a baseline of the same run, and asserts none of them.
import { defineCommand } from 'citty';
import { runMain } from '../cli/run-command.ts';
import { wholeNumber } from '../cli/values.ts';

export const bench = defineCommand({
  meta: { name: 'npm run bench --', description: 'Measures the extension beside a baseline of the same run' },
  args: {
    loads: { type: 'string', default: '20', valueHint: 'n', description: 'How often each page is loaded' },
    quick: { type: 'boolean', description: 'Leave out the catalogs of up to a million tools' },
  },
  async run({ args }) {
    const loads = wholeNumber('--loads', args.loads, 1);
    const { measure } = await import('./measure.ts');
    return measure(loads, { large: !args.quick });
  },
});

await runMain(import.meta.filename, bench);
