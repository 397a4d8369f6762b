import type { Tool } from '../../catalog/tool-schema.ts';

type Facts = Partial<Tool['facts']>;

/** The facts of a tool and of each of its variants, with the field that they stand in. */
export function everyFacts({ facts, variants = [] }: Tool): [field: string, facts: Facts][] {
  return [
    ['facts', facts],
    ...variants.map((variant, at): [string, Facts] => [`variants.${at}.facts`, variant.facts]),
  ];
}
