import { defineCommand } from 'citty';
import { CliError } from '../cli-error.ts';
import { dataFolder, readTools } from '../read-data.ts';
import { argument, dataArg, requiredFlag, wholeNumber } from '../values.ts';
import { citedFacts } from './cited-facts.ts';
import { seededRandom } from './seeded-random.ts';

/** Random facts with their sources, to be checked by hand; the same seed gives the same facts of the same catalog. */
export const sample = defineCommand({
  meta: { name: 'sample', description: 'Draws random facts with their sources to check by hand' },
  args: {
    count: argument('How many facts, such as 50'),
    seed: requiredFlag('n', 'Whole number; the same one draws the same facts'),
    ...dataArg,
  },
  run({ args }) {
    const count = wholeNumber('COUNT', args.count, 1);
    const random = seededRandom(wholeNumber('--seed', args.seed));
    const all = readTools(dataFolder(args.data)).flatMap(citedFacts);
    const facts = all.filter(({ sources }) => sources.length);
    if (count > facts.length)
      throw new CliError(`COUNT: the catalog has ${facts.length} facts with a source`, 2);
    for (let drawn = 1; drawn <= count; drawn++) {
      const [fact] = facts.splice(Math.floor(random() * facts.length), 1);
      const { tool, field, value, asOf, sources } = fact!;
      console.log(`${drawn}. ${tool}: ${field} = ${value} (as of ${asOf})`);
      for (const { title, url, seen } of sources) console.log(`   ${title}, seen ${seen}: ${url}`);
    }
  },
});
