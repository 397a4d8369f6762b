// `npm run bench`: prints each figure beside a baseline of the same run, and asserts none of them.
import { defineCommand } from 'citty';
import { needBrowsers } from '../cli/browsers.ts';
import { build } from '../cli/build.ts';
import { runMain } from '../cli/run-command.ts';
import { flag, toggle, wholeNumber } from '../cli/values.ts';

export const bench = defineCommand({
  meta: { name: 'npm run bench --', description: 'Measures the extension beside a baseline of the same run' },
  args: {
    loads: { ...flag('n', 'How often each page is loaded'), default: '20' },
    quick: toggle('Leave out the catalogs of up to a million tools'),
    breakdown: toggle('Only where the time of the content scripts goes'),
  },
  async run({ args }) {
    const loads = wholeNumber('--loads', args.loads, 1);
    needBrowsers('chrome', 'firefox');
    await build('chrome', 'firefox');
    const { measure, measureBreakdown } = await import('./measure.ts');
    if (args.breakdown) return measureBreakdown(loads);
    return measure(loads, { large: !args.quick });
  },
});

await runMain(import.meta.filename, bench);
