import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { firstProblem } from '../../../catalog/first-problem.ts';

it('names the key of a file that is wrong without what would turn a line or steer a terminal', () => {
  const { error } = z.record(z.string(), z.number()).safeParse({ '\u{1B}[2J\u{202E}0% pihS\n': 'x' });
  expect(firstProblem(error!)).toMatch(/^\[2J0% pihS : Invalid input/);
});
