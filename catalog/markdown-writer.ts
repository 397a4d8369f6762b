import { cleanText } from './label.ts';

/** Markdown in which every text is escaped; only this file makes it, so that no text is pasted in unescaped. */
export type Markdown = { readonly source: string; readonly [made]: true };
declare const made: unique symbol;

type Piece = string | Markdown | readonly Markdown[];

const markdown = (source: string) => ({ source }) as Markdown;

/** Our own markup around pieces: texts among them are escaped, Markdown is not. */
export function markup(ours: TemplateStringsArray, ...pieces: readonly Piece[]): Markdown {
  return markdown(String.raw({ raw: ours }, ...pieces.map(sourceOf)));
}

/** A link; only its title where the address is not an https one. */
export function link(title: string, address: string): Markdown {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:') return markdown(escaped(title));
  // A login in an address looks like its host.
  url.username = url.password = '';
  return markdown(`[${escaped(title)}](${url.origin}${encoded(url.href.slice(url.origin.length))})`);
}

/** Links with commas between them. */
export function links(all: readonly { title: string; url: string }[]): Markdown {
  return markdown(all.map(({ title, url }) => link(title, url).source).join(', '));
}

/** A row of a table. */
export function row(...cells: readonly Piece[]): Markdown {
  return markdown(`|${cells.map((cell) => ` ${sourceOf(cell)} `.replace(/^ {2}$/, ' ')).join('|')}|`);
}

/** A whole text of these lines, with a line break at its end. */
export function wholeText(lines: readonly (Markdown | undefined)[]): string {
  return `${lines
    .map((line) => line?.source ?? '')
    .join('\n')
    .trimEnd()}\n`;
}

function sourceOf(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  return 'source' in piece ? piece.source : piece.map(({ source }) => source).join('');
}

// Markup of CommonMark and of GitHub (tables, strikethrough, math, addresses that become links by themselves).
const special = [
  /[\\`*_[\]<>|~#$@]/g,
  /&(?=#?\w+;)/g,
  /!(?=$|\\\[)/g,
  /^[-+=]/g,
  /(?<=^\d+)[.)]/g,
  /:(?=\/\/)/g,
  /(?<=www)\./gi,
];

function escaped(text: string): string {
  const escapedAt = (source: string, pattern: RegExp) => source.replace(pattern, '\\$&');
  return special.reduce(escapedAt, cleanText(text));
}

/** The part of an address after its host, without the characters that would end a link or begin something else. */
function encoded(path: string): string {
  return path
    .replace(/[()<>[\]\\|`"'*~$!^{}]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');
}
