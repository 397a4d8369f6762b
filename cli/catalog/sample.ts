import { parseArgs } from 'node:util';
import { dataFolder } from '../read-data.ts';
import { CliError } from '../cli-error.ts';
import { citedFacts } from './cited-facts.ts';
import { wholeNumber, type Command } from './command.ts';
import { readTools } from './read-tools.ts';
import { seededRandom } from './seeded-random.ts';

/** Random facts with their sources, to be checked by hand; the same seed gives the same facts of the same catalog. */
export const sample: Command = {
  takes: 'COUNT --seed N [--data DIR]',
  does: 'draws random facts to check by hand',
  run(args) {
    const options = { seed: { type: 'string' }, data: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length !== 1) throw new CliError('sample: how many facts? As in: sample 50 --seed 7', 2);
    if (values.seed === undefined)
      throw new CliError('--seed: is missing; without it nobody can draw the same', 2);
    const count = wholeNumber('COUNT', positionals[0]!, 1);
    const random = seededRandom(wholeNumber('--seed', values.seed));
    const facts = readTools(dataFolder(values.data))
      .flatMap(citedFacts)
      .filter(({ sources }) => sources.length);
    if (count > facts.length)
      throw new CliError(`COUNT: the catalog has ${facts.length} facts with a source`, 2);
    for (let drawn = 1; drawn <= count; drawn++) {
      const [fact] = facts.splice(Math.floor(random() * facts.length), 1);
      const { tool, field, value, checked, sources } = fact!;
      console.log(`${drawn}. ${tool}: ${field} = ${value} (checked ${checked})`);
      for (const { title, url, seen } of sources) console.log(`   ${title}, seen ${seen}: ${url}`);
    }
    return 0;
  },
};
