import { describe, expect, it } from 'vitest';
import { readProduct } from '../../../cli/product.ts';
import file from '../../../product.json' with { type: 'json' };

const key = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const off = { ...file, repository: '', home: '', issues: '', privacy: '', feed: { url: '', key: '' } };
const problemsOf = (more: object) => {
  try {
    return readProduct({ ...off, ...more });
  } catch (error) {
    return (error as Error).message;
  }
};

describe('product.json', () => {
  it('is right as it is, switched off, and switched on', () => {
    expect(readProduct(file)).toEqual(file);
    expect(readProduct(off)).toEqual(off);
    const on = {
      ...off,
      ...{ repository: 'https://github.com/acme/hull', home: 'https://hull.example/' },
      ...{ issues: 'https://github.com/acme/hull/issues', privacy: 'https://hull.example/privacy' },
      feed: { url: 'https://acme.github.io/hull/feed/', key },
    };
    expect(readProduct(on)).toEqual(on);
  });
  it.each([
    [{ home: 'http://hull.example' }, 'product.json: home: is neither empty nor an https address'],
    [{ home: 'javascript:alert(1)' }, 'product.json: home: is neither empty nor an https address'],
    [
      { issues: 'https://github.com/acme/hull' },
      'product.json: issues: is not the address of a list of issues, which ends in /issues',
    ],
    [{ privacy: undefined }, 'product.json: privacy: is missing'],
    [{ name: 7 }, 'product.json: name: is not a string'],
    [{ name: '' }, 'product.json: name: is empty'],
    [{ geckoId: 'hull' }, 'product.json: geckoId: is not the id of a Firefox add-on, as name@maker'],
    [{ homepage: '' }, 'product.json: has no such key: homepage'],
    [{ feed: { url: '', key: '', id: 'x' } }, 'product.json: feed: has no such key: id'],
    [
      { feed: { url: 'https://hull.example/feed/', key: '' } },
      'product.json: feed: has no key; a feed needs both, or neither',
    ],
    [{ feed: { url: '', key } }, 'product.json: feed: has no url; a feed needs both, or neither'],
    [
      { feed: { url: 'https://hull.example/feed', key } },
      "product.json: feed.url: is not as a feed's address is written, https://hull.example/feed/",
    ],
    [
      { feed: { url: 'http://hull.example/feed/', key } },
      'product.json: feed.url: http://hull.example: a feed’s address begins with https:// (http:// only on this machine).',
    ],
    [
      { feed: { url: 'https://hull.example/feed/', key: 'x' } },
      expect.stringMatching(/^product\.json: feed\.key: the key /),
    ],
  ])('%j is refused in a sentence', (more, sentence) => expect(problemsOf(more)).toEqual(sentence));
  it('says all that is wrong with it at once', () => {
    expect(problemsOf({ home: 'x', issues: 'y' })).toMatch(/home: [^]*\n[^]*issues: /);
    expect(() => readProduct([])).toThrow('product.json: is not an object');
  });
});
