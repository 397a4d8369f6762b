// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { siteOf, sites } from '../../../sites/index.ts';
import type { Anchor } from '../../../sites/site.ts';
import { corpus } from '../../pages/corpus.ts';

describe('every site has saved pages, and its anchors find the name on one of them', () => {
  const shown = sites.filter(({ access }) => access !== 'none');
  it.each(shown.map((site) => [site.name, site] as const))('%s', (_, site) => {
    const files = corpus.flatMap(({ file, url }) => (siteOf(url) === site ? [file] : []));
    const trees = files.map((file) =>
      new DOMParser().parseFromString(
        readFileSync(`tests/pages/${file}`, 'utf8').replace(/<(link|script)\b[^>]*>/g, ''),
        'text/html',
      ),
    );
    const finds = ({ selector }: Anchor) =>
      trees.some((tree) => tree.querySelector(selector.replace('.loaded', ''))?.textContent?.trim());
    expect(files).not.toEqual([]);
    expect(site.anchors.filter((anchor) => !anchor.named && !finds(anchor))).toEqual([]);
  });
});

it('a site on which no badge can show has no anchors', () => {
  const without = sites.filter(({ access }) => access === 'none');
  expect(without.map(({ host }) => host)).toEqual(['chromewebstore.google.com', 'ghcr.io']);
  expect(without.flatMap(({ anchors }) => anchors)).toEqual([]);
});

it('every anchor has the month when it was seen', () => {
  for (const { anchors } of sites) for (const { seen } of anchors) expect(seen).toMatch(/^20\d\d-\d\d$/);
});
