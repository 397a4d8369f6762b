import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { secondVersion, pub, at, run } = feedFolder();

describe('feed atom', () => {
  beforeAll(secondVersion);
  it('writes what is new beside the manifest, with the page of each tool that is there', async () => {
    expect(await run('atom', at('feed-2'))).toMatchObject({ code: 0 });
    const text = readFileSync(at('feed-2/new.atom'), 'utf8');
    expect(text.match(/<entry>/g)).toHaveLength(4);
    expect(text).toContain('<link href="https://github.com/someone/wok"/>');
    expect(text).not.toContain('someone/pot');
    expect(await run('verify', at('feed-2'), '--key', pub)).toMatchObject({ code: 0 });
  });
  it('says that there is no feed', async () =>
    expect(await run('atom', at('data'))).toMatchObject({ code: 1 }));
});
