import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../../../catalog/feed/manifest.ts';
import { signingKey } from '../../../../cli/feed/keys.ts';
import { signFeed } from '../../../../cli/feed/sign-feed.ts';
import { tool } from '../../../builders/tool.ts';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { secondVersion, key, pub, at, run, manifestOf, fileOf } = feedFolder();

describe('feed verify', () => {
  beforeAll(secondVersion);
  const verifyChanged = async (name: string, change: (feed: string, manifest: Manifest) => void) => {
    cpSync(at('feed-2'), at(name), { recursive: true });
    change(name, manifestOf(name));
    return run('verify', at(name), '--key', pub);
  };
  // What only a publisher's own fault can bring about: all of it is signed.
  const signed: [string, string, (feed: string, manifest: Manifest) => Partial<Manifest>][] = [
    ['a wrong count', 'The manifest says 9 tools; its buckets hold 3.', () => ({ tools: 9 })],
    [
      'the pack of another version',
      'The pack holds something else where bucket 0 belongs.',
      (feed) => {
        const { pack } = manifestOf('feed');
        cpSync(fileOf('feed', pack, 'pack'), fileOf(feed, pack, 'pack'));
        return { pack };
      },
    ],
    [
      'a pack that unpacks to another length',
      'The pack unpacks to less than the manifest says.',
      (_, { pack }) => ({ pack: { ...pack, unpacked: pack.unpacked + 1 } }),
    ],
    [
      'a page twice',
      'wok: pages: pan.example is already claimed by pan',
      (feed, manifest) => withBucket(feed, manifest, [tool('pan', '', twin), tool('wok', '', twin)]),
    ],
    [
      'tools in another order',
      'is not written as a bucket is: one line, sorted by id.',
      (feed, manifest) => withBucket(feed, manifest, [tool('wok', ''), tool('pan', '')]),
    ],
    [
      'a tool that readers leave out',
      'tool wok: readers leave it out: has 101 pages, more than 100',
      (feed, manifest) => withBucket(feed, manifest, [tool('pan', ''), tool('wok', '', { pages: many })]),
    ],
    [
      'a reviewer who votes twice',
      'tool wok: readers leave it out: has two votes of the builder',
      (feed, manifest) => withBucket(feed, manifest, [votesTwice]),
    ],
    [
      'a tool that cannot be read',
      ': tool wok: name: ',
      (feed, manifest) => withBucket(feed, manifest, [{ ...tool('wok', ''), name: 5 }]),
    ],
  ];
  const many = Array.from({ length: 101 }, (_, at) => `pkg:github/someone/p${at}`);
  const votesTwice = tool('wok', 'sss');
  votesTwice.review!.votes[2]!.reviewer = 'builder';
  const twin = { pages: ['pan.example'] };
  const withBucket = (feed: string, { pack }: Manifest, tools: unknown[]) => {
    const put = (text: string) => {
      const bytes = Buffer.from(text);
      const ref = { sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length };
      mkdirSync(dirname(fileOf(feed, ref)), { recursive: true });
      writeFileSync(fileOf(feed, ref), bytes);
      return ref;
    };
    return {
      index: [put(`${JSON.stringify([put(`${JSON.stringify(tools)}\n`)])}\n`)],
      pack,
      tools: tools.length,
    };
  };
  it.each(signed)('reports %s to a publisher', async (what, sentence, fault) => {
    const { code, error } = await verifyChanged(`fault ${what}`, (feed, manifest) =>
      signFeed({ ...manifest, ...fault(feed, manifest) }, signingKey(key), [], at(feed)),
    );
    expect([code, error]).toEqual([1, expect.stringContaining(sentence)]);
  });
});
