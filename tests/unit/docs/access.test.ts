import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pagesHost, sites } from '../../../sites/index.ts';

const text = readFileSync('docs/access.md', 'utf8');

it('docs/access.md names the host of every site, in the list of its group', () => {
  const titles = {
    ...{ code: 'code', models: 'models', packages: 'packages', images: 'container images' },
    ...{ extensions: 'extensions', docs: 'docs and papers' },
  };
  const missing = sites.filter((site) => {
    if (site.access !== 'optional') return !text.includes(site.host);
    const line = new RegExp(`^- ${titles[site.group]}: (.*)$`, 'm').exec(text)?.[1] ?? '';
    return !line.split(', ').includes(pagesHost(site));
  });
  expect(missing.map(({ host }) => host)).toEqual([]);
});
