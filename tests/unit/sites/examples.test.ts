import { describe, expect, it } from 'vitest';
import { pageIds, siteOf, sites } from '../../../sites/index.ts';
import { lists } from '../../builders/site-examples.ts';

const rows = lists.flatMap(({ examples }) => Object.entries(examples));

it('every site has a list of examples', () =>
  expect(sites.filter((site) => !lists.some((list) => list.site === site))).toEqual([]));

describe('every example address names what its list says', () => {
  it.each(rows)('%s → %j', (url, ids) => expect(pageIds(url)).toEqual(ids));
});

describe('no site identifies the examples of another', () => {
  const crossed = sites.flatMap((site) =>
    lists
      .filter((list) => list.site !== site)
      .flatMap(({ examples }) => Object.keys(examples).map((url) => [site.name, url] as const)),
  );
  it.each(crossed)('%s leaves %s alone', (name, url) => expect(siteOf(url)?.name).not.toBe(name));
});
