import { savedPage } from './saved-page.ts';

const words =
  'model layer tensor batch prompt kernel expert adapter weight frame mask token cache graph node'.split(' ');
const sentence = (seed: number) =>
  Array.from({ length: 14 }, (_, i) => words[(seed * 7 + i * (seed % 5) + i) % words.length]).join(' ');

/** One README section with the mix of a real one: heading, prose with links, a list, a table and code. */
function section(n: number): string {
  const rows = [1, 2, 3].map(
    (row) => `<tr><td>${sentence(n + row)}</td><td><code>--flag-${row}</code></td></tr>`,
  );
  return `<div class="markdown-heading" dir="auto"><h2 tabindex="-1" class="heading-element" dir="auto">Section ${n}</h2>
<a id="user-content-section-${n}" class="anchor" aria-label="Permalink: Section ${n}" href="#section-${n}"></a></div>
<p dir="auto">${sentence(n)} <a href="/some-owner/some-tool/blob/main/docs/${n}.md">${sentence(n + 1)}</a>.</p>
<ul dir="auto"><li>${sentence(n + 2)}</li><li><strong>${sentence(n + 3)}</strong></li></ul>
<markdown-accessiblity-table><table><tbody>${rows.join('')}</tbody></table></markdown-accessiblity-table>
<div class="highlight highlight-source-shell"><pre><span class="pl-c1">run</span> <span class="pl-s">${sentence(n + 4)}</span></pre></div>`;
}

// A section is a heading, a paragraph, a list of two, a table of three rows and a block of code, with what lies between.
const linesOfSection = 16;

/** The logged-out repository page with a README of about this many lines. */
export function longRepository(lines: number, values: Record<string, string> = {}): string {
  const sections = Array.from({ length: Math.ceil(lines / linesOfSection) }, (_, at) => section(at + 1));
  return withSections(sections, values);
}

/** The logged-out repository page with a README that brings it to at least this many bytes. */
export function heavyRepository(bytes = 300_000, values: Record<string, string> = {}): string {
  const page = savedPage('github/repository-logged-out.html', values);
  const sections: string[] = [];
  for (let length = page.length, n = 1; length < bytes; n += 1) {
    sections.push(section(n));
    length += sections.at(-1)?.length ?? 0;
  }
  return withSections(sections, values);
}

function withSections(sections: string[], values: Record<string, string>): string {
  const page = savedPage('github/repository-logged-out.html', values);
  return page.replace('</article>', () => `${sections.join('\n')}</article>`);
}
