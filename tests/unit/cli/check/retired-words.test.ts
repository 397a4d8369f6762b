// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { retiredWords } from '../../../../cli/check/retired-words.ts';

const found = (text: string, file = 'docs/x.md') => retiredWords([{ file, at: `${file}:3`, text }]);

describe('a retired word', () => {
  it('is named with its place and what to say instead', () =>
    expect(found('Hover the mark.')).toBe('docs/x.md:3: say "badge", not "mark"'));

  it.each([
    'Marks are off on example.com',
    'keepMark(host)',
    'the right to a host',
    'missingRights(sites)',
    'You put the badge of this page away.',
    'the packaged catalog',
    'what is in force',
    'Seen last',
    'const brake = createBrake();',
    'const mostTools = 50;',
    'const said = parse(text);',
    '"x" is no valid site.',
    'beside a floor of the same run',
  ])('is found in %j', (text) => expect(found(text)).toContain('say "'));

  it.each([
    'Markdown, bookmarks, benchmarks and Hullmark',
    'a <mark> element and mark-up',
    'a question mark',
    "import { marked } from 'marked';",
    'the popup on the right, and that is right',
    'all rights reserved',
    'an original work of 12 files',
    'an enforced limit, with patient readers',
    'Nobody is alone.',
    'const longest = names.sort(byLength)[0];',
  ])('is not %j', (text) => expect(found(text)).toBe(''));

  it.each(['data/tools/axolotl.json', 'tests/pages/hostile.js', 'CHANGELOG.md'])('may stand in %s', (file) =>
    expect(found('the mark', file)).toBe(''),
  );
});
