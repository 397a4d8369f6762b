import { parseArgs } from 'node:util';
import { ageInDays } from '../../catalog/staleness.ts';
import { dataFolder } from '../read-data.ts';
import { today, wholeNumber, type Command } from './command.ts';
import { citedFacts } from './cited-facts.ts';
import { readTools } from './read-tools.ts';

/** Facts by age, oldest check first; exit code 1 when one was checked more than the given number of days ago. */
export const stale: Command = {
  takes: '[--days 90] [--data DIR]',
  does: 'lists the facts checked longest ago',
  run(args) {
    const options = { days: { type: 'string', default: '90' }, data: { type: 'string' } } as const;
    const { values } = parseArgs({ args, options });
    const days = wholeNumber('--days', values.days);
    const facts = readTools(dataFolder(values.data)).flatMap(citedFacts);
    const old = facts
      .map((fact) => ({ ...fact, age: ageInDays(fact.checked, today()) }))
      .filter(({ age }) => age > days)
      .sort((a, b) => b.age - a.age);
    for (const { tool, field, age, checked, sources } of old) {
      const seen = sources.map((source) => source.seen).sort();
      console.log(
        `${String(age).padStart(4)} days  ${checked}  ${tool}: ${field}${seen[0] ? ` (source of ${seen[0]})` : ''}`,
      );
    }
    console.log(`${old.length} of ${facts.length} facts were checked more than ${days} days ago`);
    return old.length ? 1 : 0;
  },
};
