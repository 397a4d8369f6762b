import { defineCommand } from 'citty';
import { ageInDays } from '../../catalog/staleness.ts';
import { dataFolder, readTools } from '../read-data.ts';
import { dataArg, flag, today, wholeNumber } from '../values.ts';
import { citedFacts } from './cited-facts.ts';

/** Facts by age, oldest check first; exit code 1 when one was checked more than that many days ago. */
export const stale = defineCommand({
  meta: { name: 'stale', description: 'Lists the facts that were checked longest ago' },
  args: { days: { ...flag('n', 'Age in days above which a fact is listed'), default: '90' }, ...dataArg },
  run({ args }) {
    const days = wholeNumber('--days', args.days);
    const facts = readTools(dataFolder(args.data)).flatMap(citedFacts);
    const aged = facts.map((fact) => ({ ...fact, age: ageInDays(fact.checked, today()) }));
    const old = aged.filter(({ age }) => age > days).sort((a, b) => b.age - a.age);
    for (const { tool, field, age, checked, sources } of old) {
      const [seen] = sources.map((source) => source.seen).sort();
      const source = seen ? ` (source of ${seen})` : '';
      console.log(`${String(age).padStart(4)} days  ${checked}  ${tool}: ${field}${source}`);
    }
    console.log(`${old.length} of ${facts.length} facts were checked more than ${days} days ago`);
    return old.length ? 1 : 0;
  },
});
