// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sites } from '../../../sites/index.ts';
import type { Anchor } from '../../../sites/site.ts';
import { lists } from '../../builders/site-examples.ts';

describe('every site has saved pages, and its anchors find the name on one of them', () => {
  const shown = lists.filter(({ site }) => site?.access !== 'none');
  const ofSites = shown.flatMap(({ site, folder }) => (site ? [[site.name, site, folder] as const] : []));
  it.each(ofSites)('%s', (_, { anchors }, folder) => {
    const files = readdirSync(`tests/pages/${folder}`).filter((file) => file.endsWith('.html'));
    const trees = files.map((file) =>
      new DOMParser().parseFromString(
        readFileSync(`tests/pages/${folder}/${file}`, 'utf8').replace(/<(link|script)\b[^>]*>/g, ''),
        'text/html',
      ),
    );
    const finds = ({ selector }: Anchor) =>
      trees.some((tree) => tree.querySelector(selector.replace('.loaded', ''))?.textContent?.trim());
    expect(files).not.toEqual([]);
    expect(anchors.filter((anchor) => !anchor.named && !finds(anchor))).toEqual([]);
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
