import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineCommand } from 'citty';
import { CliError } from '../cli-error.ts';
import { dataFolder, ownData, readReference, readTools } from '../read-data.ts';
import { dataArg, toggle } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { distributionMarkdown, unknownsMarkdown } from './distribution.ts';

const page = new URL('../../docs/methodology.md', import.meta.url);
const [start, end] = ['<!-- made by npm run catalog -- stats --write -->', '<!-- end of what is made -->'];

/** The catalog in figures: verdicts by share, seat and job, and what is unknown. */
export const stats = defineCommand({
  meta: { name: 'stats', description: 'Counts verdicts, votes and unknown facts' },
  args: { ...dataArg, write: toggle('Update the figures in docs/methodology.md too') },
  run({ args }) {
    const data = dataFolder(args.data);
    if (args.write && data !== ownData)
      throw new CliError('--write: docs/methodology.md shows only our own data', 2);
    const tools = readTools(data);
    console.log(`${distributionMarkdown(tools, readReference(data))}\n\n${unknownsMarkdown(tools)}`);
    if (args.write) writeFiles([{ path: fileURLToPath(page), content: withFigures() }]);
  },
});

/** Whether the figures in `docs/methodology.md` are those of the catalog; false when either cannot be read. */
export function isMethodologyCurrent(): boolean {
  try {
    return readFileSync(page, 'utf8') === withFigures();
  } catch {
    return false;
  }
}

function withFigures(): string {
  const text = readFileSync(page, 'utf8');
  const [before, after] = [text.split(start)[0]!, text.split(end)[1]];
  if (after === undefined) throw new CliError(`docs/methodology.md: lacks "${start}" or "${end}"`);
  const figures = distributionMarkdown(readTools(), readReference());
  return `${before}${start}\n\n${figures}\n\n${end}${after}`;
}
