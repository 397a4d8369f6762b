import { describe, expect, it } from 'vitest';
import { pastedLink } from '../../../sites/pasted-link.ts';

const repository = 'pkg:github/someone/oven';

describe('a pasted link', () => {
  it.each([
    ['https://github.com/someone/oven', repository],
    [' http://www.github.com/Someone/Oven/issues/7?q=x#top \n', repository],
    ['github.com/someone/oven', repository],
    ['https://github.com/someone/oven.git', repository],
    ['git@github.com:someone/oven.git', repository],
    ['ssh://git@github.com/someone/oven.git', repository],
    ['git+https://github.com/someone/oven.git', repository],
    ['<https://github.com/someone/oven>', repository],
    ['“https://github.com/someone/oven”,', repository],
    ['someone/oven', repository],
    ['someone/oven', 'pkg:huggingface/someone/oven'],
    ['pkg:PyPI/oven', 'pkg:pypi/oven'],
    ['pypi.org/project/oven', 'pkg:pypi/oven'],
    ['oven.example', 'oven.example'],
    ['docs.oven.example/start', 'docs.oven.example/start'],
  ])('“%s” may be %s', (text, id) => expect(pastedLink(text)?.ids).toContain(id));

  it.each([
    '',
    ' ',
    'oven',
    'oven for bread',
    'a/b/c',
    '/etc/passwd',
    'ftp://github.com/a/b',
    'javascript:x()',
    'data:,x',
    'https://',
    'https://user:word@github.com/a/b',
    'https://github.com:444/a/b',
    '-x/y',
    'v1.10',
  ])('is not “%s”', (text) => expect(pastedLink(text)?.ids ?? []).toEqual([]));

  it('is taken apart at once, however long it is', () => {
    for (const long of ['https://github.com/someone/', 'a.'].map((part) => part.repeat(100_000))) {
      const start = performance.now();
      pastedLink(long);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
