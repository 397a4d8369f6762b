import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { Manifest } from '../../../catalog/feed/manifest.ts';
import { normalizePageId } from '../../../catalog/page-id.ts';
import { feed as program } from '../../../cli/feed.ts';
import { feedExtension, url, type Extension } from '../../builders/feed-extension.ts';
import { run } from '../../builders/run-program.ts';

type Expected = {
  trustedKey: string;
  newKey: string;
  first: { version: number; axolotl: string };
  second: { version: number; restart: number; tools: ExpectedTool[] };
};
type ExpectedTool = {
  id: string;
  name: string;
  maker: string;
  pages: string[];
  votes: string;
  facts: Record<string, unknown>;
};

const folder = fileURLToPath(new URL('../../feeds/', import.meta.url));
const releases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The files of a feed below a folder, by their paths there. */
function filesOf(feed: string): Map<string, Uint8Array> {
  const files = readdirSync(feed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(feed.length + 1).replaceAll('\\', '/'), new Uint8Array(readFileSync(path))];
    }),
  );
}

const { web, extension } = feedExtension();

describe.each(releases.map(({ name }) => name))('a feed of release %s', (release) => {
  const at = (name: string) => join(folder, release, name);
  const json = <T>(name: string) => JSON.parse(readFileSync(at(name), 'utf8')) as T;
  const expected = json<Expected>('expected.json');
  const { published } = json<Manifest>('second/manifest.json');

  async function following(name: string): Promise<Extension> {
    const own = await extension();
    web.files = filesOf(at(name));
    await own.rebuildCatalog();
    await own.changeSubscriptions(() => [
      own.subscriptionTo({ feed: 'kept', name: 'Kept', url, key: expected.trustedKey }),
    ]);
    await own.refreshFeeds();
    return own;
  }

  /** Each tool of the feed as the reader knows it, and the votes of the badge on its first page. */
  async function read(own: Extension): Promise<unknown[]> {
    const catalog = await own.openCatalog();
    return Promise.all(
      expected.second.tools.map(async ({ id, pages }) => {
        const tool = (await catalog.entry(id))!.tool;
        const votes = tool.review?.votes.map(({ vote }) => (vote === 'ship' ? 's' : 'k')).join('') ?? '';
        const facts = Object.fromEntries(
          Object.entries(tool.facts).map(([name, fact]) => [name, fact?.value]),
        );
        const badge = await catalog.badgeOfPage([normalizePageId(pages[0]!)]);
        expect([badge?.tool, badge?.votes.replaceAll('-', '')]).toEqual([id, votes]);
        return { id, name: tool.name, maker: tool.maker, pages: tool.pages, votes, facts };
      }),
    );
  }

  const tools = expected.second.tools.map(({ id, name, maker, pages, votes, facts }) => ({
    ...{ id, name, maker, pages, votes, facts },
  }));

  it('is followed from its first version through a new key and a restart', async () => {
    vi.setSystemTime(published);
    const own = await following('first');
    expect((await own.readSubscriptions())[0]).toMatchObject({
      trustedKey: expected.trustedKey,
      highestSeen: { version: expected.first.version },
    });
    expect((await (await own.openCatalog()).badgeOfPage(['pkg:pypi/axolotl']))?.votes).toBe(
      `${expected.first.axolotl}-`,
    );
    web.files = filesOf(at('second'));
    await own.refreshFeeds();
    const [feed] = await own.readSubscriptions();
    expect(feed?.lastError).toBeUndefined();
    expect(feed).toMatchObject({
      ...{ trustedKey: expected.newKey, formerKeys: [expected.trustedKey] },
      highestSeen: { version: expected.second.version, restart: expected.second.restart },
    });
    expect(await read(own)).toEqual(tools);
    // No way back.
    web.files = filesOf(at('first'));
    await own.refreshFeeds();
    expect((await own.readSubscriptions())[0]?.lastError?.code).toBe('bad-signature');
    expect(await read(own)).toEqual(tools);
  });
  it('is read anew from its pack', async () => {
    vi.setSystemTime(published);
    const own = await following('second');
    expect(web.requests.some((path) => path.endsWith('.pack'))).toBe(true);
    expect((await own.readSubscriptions())[0]?.lastError).toBeUndefined();
    expect(await read(own)).toEqual(tools);
  });
  it.each(['first', 'second'])('is verified: %s', async (name) => {
    vi.setSystemTime(published);
    expect(await run(program, ['verify', at(name), '--key', expected.trustedKey])).toMatchObject({
      ...{ status: 0, stderr: '' },
      stdout: expect.stringMatching(
        /^Verified: Kept \(kept\), version (?:70000|2), (?:9|10) tools in 2 index files/,
      ) as string,
    });
  });
});
