import { expect, it } from 'vitest';
import { asOf } from '../../../catalog/as-of.ts';
import { readTools } from '../../../cli/read-data.ts';

it('no statement of the catalog was checked on a later day than its sources were read or compared', () => {
  const late = readTools().flatMap(({ id, facts, variants = [], claims = [], advisories = [], sources }) => {
    const ofVariants = variants.flatMap((variant) => Object.values(variant.facts));
    return [...Object.values(facts), ...ofVariants, ...claims, ...advisories].flatMap((fact) =>
      fact && fact.checked > asOf(fact, sources) ? [`${id}: ${fact.checked}`] : [],
    );
  });
  expect(late).toEqual([]);
});
