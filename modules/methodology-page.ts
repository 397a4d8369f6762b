import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { defineWxtModule } from 'wxt/modules';
import { shellPages } from '../components/shell-pages.ts';
import product from '../product.json' with { type: 'json' };
import { ownFilesOnly } from './page-policy.ts';

/** Writes how reviews work, the log of verdicts and their style sheet into the extension, so that links to them work offline. */
export default defineWxtModule((wxt) => {
  const read = (name: string) => readFileSync(`${wxt.config.root}/${name}`, 'utf8');

  wxt.hook('build:publicAssets', (_, files) => {
    const styles = ['look', 'pages', 'shell', 'reading']
      .map((name) => read(`components/${name}.css`))
      .join('\n');
    for (const [name, title] of pages)
      files.push({ relativeDest: `${name}.html`, contents: page(name, title, read(`docs/${name}.md`)) });
    files.push({ relativeDest: 'methodology.css', contents: styles.replace(/@import[^;]*;/g, '') });
  });
});

const pages = [
  ['methodology', 'How reviews work'],
  ['verdict-changes', 'How verdicts changed'],
] as const;

// The pages have no script, so they cannot say how many tools are watched.
const shell = (here: string) => `<a class="skip-link" href="#main">Skip to content</a>
      <nav class="shell" aria-label="${product.name}">
        <a class="product" href="catalog.html"><img src="icon/32.png" alt="" width="20" height="20" />${product.name}</a>
        <ul>${shellPages.map((each) => item(each, here)).join('')}</ul>
      </nav>`;

function item({ key, href, name }: (typeof shellPages)[number], here: string): string {
  return `<li><a href="${href}"${key === here ? ' aria-current="page"' : ''}>${name}</a></li>`;
}

function page(here: string, title: string, markdown: string): string {
  const own = pages.map(([name]) => name).join('|');
  // A link to another file of the repository leads nowhere from inside the extension, so only its text stays.
  const text = markdown
    .replace(/<!--.*?-->/g, '')
    .replace(new RegExp(`\\]\\((${own})\\.md\\)`, 'g'), ']($1.html)')
    .replace(/\[([^\]]+)\]\([\w-]+\.md\)/g, '$1');
  return `<!doctype html>
<html lang="en">
  <head>
    ${ownFilesOnly}
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · ${product.name}</title>
    <link rel="stylesheet" href="methodology.css" />
  </head>
  <body>
    <header>${shell(here)}</header>
    <main id="main" tabindex="-1">${marked.parse(text, { async: false })}</main>
  </body>
</html>
`;
}
