import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { atomFeed } from './atom-text.ts';
import { readChanges } from '../../catalog/changes.ts';
import { filePath } from '../../catalog/feed/checked-file.ts';
import type { Command } from '../catalog/command.ts';
import { onlyWord } from './option.ts';
import { bytesOf, publishedIn } from './published.ts';
import { toolInFeed } from './tool-in-feed.ts';

/** What is new in a feed as an Atom document beside its manifest. */
export const atom: Command = {
  takes: 'DIR [--out FILE]',
  does: 'writes what is new as Atom',
  run(args) {
    const options = { out: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const folder = resolve(onlyWord(positionals, 'atom feed --out feed/new.atom'));
    const { feed, name, published, changes: ref } = publishedIn(folder);
    const changes = ref ? readChanges(bytesOf(folder, ref), filePath(ref)) : [];
    const link = (tool: string) => addressOf(toolInFeed(folder, tool)?.pages[0]);
    const text = atomFeed({ id: feed, name, updated: published }, changes, link);
    const file = values.out ?? join(folder, 'new.atom');
    writeFileSync(file, text);
    console.log(`Wrote ${file}: ${changes.length} changes.`);
    return 0;
  },
};

/** The address that a page id names; ids of pages are those of `sites/`. */
function addressOf(page: string | undefined): string | undefined {
  return page
    ?.replace(/^pkg:github\//, 'https://github.com/')
    .replace(/^pkg:huggingface\//, 'https://huggingface.co/')
    .replace(/^pkg:pypi\//, 'https://pypi.org/project/')
    .replace(/^(?!https:)/, 'https://');
}
