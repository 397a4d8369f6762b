import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageFacts } from '../../../../browser/page-facts/parse.ts';

const newer = { version: 'v1.3.0' };

describe('the answer of a script on a page', () => {
  it.each([
    [
      { version: 'v1.3.0', license: 'MIT license', archived: true },
      { version: 'v1.3.0', license: 'MIT license', archived: true },
    ],
    [{ version: 7, license: '', forkOf: null, gated: 'yes', isPrivate: 1 }, {}],
    [{ version: 'x'.repeat(201), script: 'alert(1)', archived: false }, {}],
    ['archived', {}],
    [null, {}],
    [undefined, {}],
    [[newer], {}],
  ])('%j reads %j', (answer, facts) => expect(parsePageFacts(answer)).toEqual(facts));
  it('never throws, and keeps only facts', () =>
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        const names = ['version', 'license', 'forkOf', 'supersededBy', 'archived', 'gated', 'isPrivate'];
        expect(names).toEqual(expect.arrayContaining(Object.keys(parsePageFacts(answer))));
      }),
    ));
});
