import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { atomFeed } from '../../../../cli/feed/atom.ts';
import { readTools } from '../../../../cli/read-data.ts';
import { urlOf } from '../../../../sites/index.ts';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { secondVersion, pub, at, run } = feedFolder();

describe('feed atom', () => {
  beforeAll(secondVersion);
  it('writes what is new beside the manifest, with the page of each tool that exists', async () => {
    expect(await run('atom', at('feed-2'))).toMatchObject({ code: 0 });
    const text = readFileSync(at('feed-2/new.atom'), 'utf8');
    expect(text.match(/<entry>/g)).toHaveLength(4);
    expect(text).toContain('<link href="https://github.com/someone/wok"/>');
    expect(text).not.toContain('someone/pot');
    expect(await run('verify', at('feed-2'), '--key', pub)).toMatchObject({ code: 0 });
  });
  it('links every page of the catalog to an https address', () => {
    const pages = readTools().flatMap(({ pages, formerPages = [] }) => [...pages, ...formerPages]);
    const changes = pages.map((tool) => ({
      ...{ tool, name: tool, from: undefined, text: 'New.' },
      kind: 'new' as const,
      date: '2026-11-22',
    }));
    const text = atomFeed({ id: 'all', name: 'All', updated: '2026-11-22T00:00:00Z' }, changes, urlOf);
    const links = [...text.matchAll(/<link href="(.*)"\/>/g)].map(([, href]) => new URL(href!));
    expect(links).toHaveLength(pages.length);
    for (const { protocol, hostname } of links)
      expect([protocol, hostname]).toEqual(['https:', expect.stringContaining('.')]);
  });
  it('says when the folder is not a feed', async () =>
    expect(await run('atom', at('data'))).toMatchObject({ code: 1 }));
});
