import { join, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { hashOf } from '../../catalog/buckets.ts';
import { readChanges, type Change } from '../../catalog/changes.ts';
import { filePath } from '../../catalog/feed/checked-file.ts';
import { kindInWords } from '../../catalog/news.ts';
import { urlOf } from '../../sites/index.ts';
import { argument, flag } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { publishedBuckets, bytesOf, publishedIn } from './published.ts';

/** What is new in a feed as an Atom document beside its manifest. */
export const atom = defineCommand({
  meta: { name: 'atom', description: 'Writes what is new in a feed as Atom, for feed readers' },
  args: {
    dir: argument('Folder of the feed'),
    out: flag('file', 'File to write, if not new.atom in that folder'),
  },
  run({ args }) {
    const folder = resolve(args.dir);
    const file = args.out ?? join(folder, 'new.atom');
    console.log(`Wrote ${file}: ${writeAtom(folder, file)} changes.`);
  },
});

/** Writes the Atom document of the feed in a folder, and gives the count of its changes. */
export function writeAtom(folder: string, file: string): number {
  const manifest = publishedIn(folder);
  const { feed, name, published, changes: ref } = manifest;
  const changes = ref ? readChanges(bytesOf(folder, ref), filePath(ref)) : [];
  const buckets = publishedBuckets(folder, manifest);
  const link = (tool: string) => {
    const page = buckets.tool(tool)?.pages[0];
    return page && urlOf(page);
  };
  const text = atomFeed({ id: feed, name, updated: published }, changes, link);
  writeFiles([{ path: file, content: text }]);
  return changes.length;
}

/**
 * A feed's changes as an Atom document (RFC 4287); `updated` in RFC 3339, `link` gives the address of a tool's page or nothing.
 * The same change has the same id in every version of the document.
 */
export function atomFeed(
  { id, name, updated }: { id: string; name: string; updated: string },
  changes: readonly Change[],
  link: (tool: string) => string | undefined,
): string {
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', urn('feed', id)),
    element('title', `${name}: what is new`),
    element('updated', updated),
    `<author>${element('name', name)}</author>`,
    ...changes.map((change) => entry(id, change, link(change.tool))),
    '</feed>',
  ].join('\n')}\n`;
}

function entry(feed: string, { tool, name, kind, text, date }: Change, href: string | undefined): string {
  return [
    '<entry>',
    element('id', urn('change', feed, tool, kind, date, text)),
    element('title', `${kindInWords[kind]}: ${name}`),
    element('updated', `${date}T00:00:00Z`),
    // An entry without a link has to carry its content (RFC 4287, 4.1.2).
    ...(href ? [`<link href="${escaped(href)}"/>`, element('summary', text)] : [element('content', text)]),
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

// Letters that XML 1.0 forbids (section 2.2) would make a reader refuse the whole document.
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

// A UUID of version 8 (RFC 9562, 5.8) made from a hash of the parts, since a feed may have no domain to name itself by.
function urn(...parts: string[]): string {
  const hashes = [1, 2, 3, 4].map((salt) => hashOf([salt, ...parts].join('\n')));
  const hex = hashes.map((hash) => hash.toString(16).padStart(8, '0')).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
