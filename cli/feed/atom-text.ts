import { hashOf } from '../../catalog/buckets.ts';
import type { Change } from '../../catalog/changes.ts';
import { kindInWords } from '../../catalog/news.ts';

type Feed = { id: string; name: string; updated: string };

/**
 * A feed's changes as an Atom document (RFC 4287); `updated` in RFC 3339, `link` gives a tool's own page or nothing.
 * The same change has the same id in every version of the document.
 */
export function atomFeed(
  { id, name, updated }: Feed,
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
    // RFC 4287, 4.1.2: an entry that leads nowhere carries its content.
    ...(href ? [`<link href="${escaped(href)}"/>`, element('summary', text)] : [element('content', text)]),
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

// What XML 1.0 cannot carry at all (section 2.2) is left out: a reader would refuse the whole document.
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

// A UUID of version 8 (RFC 9562, 5.8) made of the parts' own hash, since a feed may have no domain to name itself by.
function urn(...parts: string[]): string {
  const hex = [1, 2, 3, 4]
    .map((salt) =>
      hashOf([salt, ...parts].join('\n'))
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
