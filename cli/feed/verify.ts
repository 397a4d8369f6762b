import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { fingerprint } from '../../catalog/feed/signature.ts';
import type { Command } from '../catalog/command.ts';
import { acceptedManifest } from './accepted-manifest.ts';
import { feedProblems } from './feed-problems.ts';
import { feedReader } from './feed-reader.ts';
import { publicKey } from './keys.ts';
import { needed, onlyWord } from './option.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const mostNamed = 10;

/** All that the extension checks of a feed and what it cannot afford to; exit code 1 with the first refusals in words. */
export const verify: Command = {
  takes: '(DIR | URL) --key PUB',
  does: 'checks a whole feed',
  async run(args) {
    const options = { key: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const reader = feedReader(onlyWord(positionals, 'verify feed --key feed-key.pub'));
    const known = publicKey(needed('--key', values.key, 'the public key or its file'));
    const { manifest, key } = await acceptedManifest(reader, known, Date.now());
    const problems = await inTemporaryFolder(tmpdir(), async (folder) => {
      const found: string[] = [];
      for await (const problem of feedProblems(reader, manifest, folder)) {
        found.push(problem);
        if (found.length === mostNamed) break;
      }
      return found;
    });
    for (const problem of problems) console.error(problem);
    if (problems.length) return 1;
    const { name, feed, version, tools, expires, index } = manifest;
    console.log(
      `Verified: ${name} (${feed}), version ${version}, ${tools} tools in ${index.length} index files, valid until ${expires}.`,
    );
    console.log(`Signed by ${await fingerprint(key)}${key === known ? '' : ', to which keys.json leads'}`);
    return 0;
  },
};
