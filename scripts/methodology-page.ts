import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import product from '../product.json' with { type: 'json' };

/** `docs/methodology.md` as a page of the extension, so that the popup's link works offline and in every build. */
export function methodologyPage(): string {
  const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  // A link to another file of the repository leads nowhere from inside the package, so its words stand alone.
  const text = read('docs/methodology.md')
    .replace(/<!--.*?-->/g, '')
    .replace(/\[([^\]]+)\]\([\w-]+\.md\)/g, '$1');
  const style = ['components/look.css', 'components/pages.css', 'components/reading.css']
    .map(read)
    .join('\n');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>How reviews work · ${product.name}</title>
    <style>${style.replace(/@import[^;]*;/g, '')}</style>
  </head>
  <body>
    <main>${marked.parse(text, { async: false })}</main>
  </body>
</html>
`;
}
