import { parseArgs } from 'node:util';
import { distribution } from './distribution.ts';
import { dataFolder, ownData, readReference } from '../read-data.ts';
import { CliError } from '../cli-error.ts';
import type { Command } from './command.ts';
import { distributionMarkdown, unknownsMarkdown } from './distribution-words.ts';
import { writeMethodology } from './methodology.ts';
import { readTools } from './read-tools.ts';

/** The catalog in figures: verdicts by share, seat and job, and what is unknown; `--write` puts them on the methodology page. */
export const stats: Command = {
  takes: '[--data DIR] [--write]',
  does: 'counts jobs, votes and unknowns',
  run(args) {
    const options = { data: { type: 'string' }, write: { type: 'boolean' } } as const;
    const { values } = parseArgs({ args, options });
    const data = dataFolder(values.data);
    if (values.write && data !== ownData)
      throw new CliError('--write: the methodology page shows our own data only', 2);
    const figures = distribution(readTools(data), readReference(data));
    console.log(`${distributionMarkdown(figures)}\n\n${unknownsMarkdown(figures)}`);
    if (values.write) writeMethodology();
    return 0;
  },
};
