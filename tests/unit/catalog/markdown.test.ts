import fc from 'fast-check';
import { lexer, marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../catalog/label.ts';
import { comparisonMarkdown, toolMarkdown } from '../../../catalog/markdown.ts';
import { nameWithSource } from '../../../catalog/whose.ts';
import { reference, tool } from '../../builders/tool.ts';

describe('Markdown', () => {
  it('has sources and dates of a tool', () => {
    const text = toolMarkdown(tool('oven', 'sssk'), reference);
    expect(text).toContain('- **Reviewers:** Ship · 3 of 4, reviewed v1.0 on 20 Nov 2026');
    expect(text).toContain('- **License:** MIT ([README](https://example.com/oven), as of 1 Nov 2026)');
    expect(text).toContain('- [README](https://example.com/oven), 1 Nov 2026');
  });
  it('cannot be broken out of by a name', () => {
    const text = comparisonMarkdown(
      tool('oven', 'sss', { name: 'A|B [x](y) <b>' }),
      tool('pan', 'sss'),
      reference,
    );
    expect(text).toContain('| | A\\|B \\[x\\](y) \\<b\\> | Pan |');
    const table = text.split('\n').filter((line) => line.startsWith('| '));
    for (const line of table) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(5);
  });
});

/** All tokens of a Markdown text, the inner ones too. */
function tokensOf(text: string): Token[] {
  const all: Token[] = [];
  void marked.walkTokens(lexer(text), (token) => void all.push(token));
  return all;
}

const typesOf = (text: string) => [...new Set(tokensOf(text).map(({ type }) => type))].sort();
const wordsOf = (tokens: Token[]) =>
  tokens
    .filter(({ type }) => type === 'text' || type === 'escape')
    .map((token) => (token as { text: string }).text)
    .join(' ');
const linksOf = (text: string) =>
  tokensOf(text).flatMap((token) =>
    token.type === 'link' ? [(token.href as string).replaceAll('&amp;', '&')] : [],
  );
// Escapes of an address do not change where it leads.
const place = (address: string) =>
  new URL(address).href.replace(/%[2-7][\dA-F]/gi, (code) => decodeURIComponent(code));

describe('Markdown of a hostile feed', () => {
  const markup = [
    ...['`', '```', '~~~', '~', '*', '**', '_', '__', '[', ']', '](', '![', '[^1]', '<', '>', '<b>', '</b>'],
    ...[
      '<!--',
      '|',
      '\\',
      '\n',
      '\n\n',
      '#',
      '# ',
      '\n# ',
      '- ',
      '+ ',
      '1. ',
      '2) ',
      '---',
      '===',
      '    ',
      '\t',
    ],
    ...['&lt;b&gt;', '&#60;', '&', 'https://evil.example/', 'http://evil.example', 'www.evil.example'],
    ...['ftp://evil.example', 'me@evil.example', 'mailto:me@evil.example', 'javascript:alert(1)', '$x$', '!'],
    ...[
      '[x]: https://evil.example',
      '\u2028',
      '\r',
      '\u{202E}',
      '\u{200B}',
      'a',
      ' ',
      '.',
      ')',
      '(',
      ':',
      '://',
    ],
  ];
  const words = fc
    .array(fc.oneof(fc.constantFrom(...markup), fc.string({ maxLength: 3 })), { maxLength: 12 })
    .map((parts) => `x${parts.join('')}`);
  const started = words.map((text) => text.slice(1) || 'x');
  const address = fc
    .tuple(fc.constantFrom('/', '/a?b=', '/a#b'), started)
    .map(([start, end]) => `https://example.com${start}${end}`);

  it('has no element but ours, and no link but the sources’', () => {
    fc.assert(
      fc.property(started, started, started, address, (name, take, title, url) => {
        const source = { url, title, seen: '2026-11-01' };
        const of = (id: string) => {
          const made = tool(id, 'ss', { name, does: take, from: title, sources: { readme: source } });
          for (const vote of made.review!.votes) vote.take = take;
          made.facts.license.note = take;
          made.facts.entryPrice.disputed = [{ value: 'paid', source: 'readme', checked: '2026-11-01' }];
          return made;
        };
        const alone = toolMarkdown(of('oven'), reference);
        const both = comparisonMarkdown(of('oven'), of('pan'), reference);
        const ours = [
          'escape',
          'heading',
          'link',
          'list',
          'list_item',
          'paragraph',
          'space',
          'strong',
          'text',
        ];
        expect(ours).toEqual(expect.arrayContaining(typesOf(alone)));
        expect([...ours, 'table']).toEqual(expect.arrayContaining(typesOf(both)));
        for (const text of [alone, both]) {
          const links = linksOf(text);
          expect(links.length).toBeGreaterThan(2);
          for (const href of links) expect(place(href)).toBe(place(url));
        }
        expect(tokensOf(both).filter(({ type }) => type === 'heading')).toHaveLength(3);
        const table = lexer(both).find((token): token is Tokens.Table => token.type === 'table');
        expect(table!.header).toHaveLength(3);
        expect(table!.rows.every((cells) => cells.length === 3)).toBe(true);
        expect(tokensOf(both).filter(({ type }) => type === 'strong')).toHaveLength(4);
      }),
      { numRuns: 300, examples: [['x', 'x', '![]()', 'https://example.com/x']] },
    );
  });
  it('shows each text as it is', () => {
    fc.assert(
      fc.property(words, (name) => {
        const [heading] = lexer(toolMarkdown(tool('oven', '', { name }), reference));
        const shown = wordsOf((heading as { tokens: Token[] }).tokens).replace(/\s/g, '');
        expect(shown).toBe(nameWithSource({ name: cleanText(name), from: undefined }).replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });
  it.each([
    'javascript:alert(1)',
    'http://example.com/',
    'data:text/html,x',
    'not an address',
    'file:///etc/passwd',
  ])('has no link to %s', (url) => {
    const bad = tool('oven', 'sss', { sources: { readme: { url, title: 'README', seen: '2026-11-01' } } });
    expect(linksOf(toolMarkdown(bad, reference))).toEqual([]);
    expect(toolMarkdown(bad, reference)).toContain('- README, 1 Nov 2026');
  });
  it('names no login in an address', () => {
    const url = 'https://github.com:x@evil.example/a';
    const bad = tool('oven', '', { sources: { readme: { url, title: 'README', seen: '2026-11-01' } } });
    expect(new Set(linksOf(toolMarkdown(bad, reference)))).toEqual(new Set(['https://evil.example/a']));
  });
});
