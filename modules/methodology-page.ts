import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { defineWxtModule } from 'wxt/modules';
import product from '../product.json' with { type: 'json' };
import { ownFilesOnly } from './page-policy.ts';

/** Writes `methodology.html` and its style sheet into the extension, so that the popup's link works offline. */
export default defineWxtModule((wxt) => {
  const read = (name: string) => readFileSync(`${wxt.config.root}/${name}`, 'utf8');

  wxt.hook('build:publicAssets', (_, files) => {
    const styles = ['look', 'pages', 'reading'].map((name) => read(`components/${name}.css`)).join('\n');
    const contents = methodologyPage(read('docs/methodology.md'));
    files.push({ relativeDest: 'methodology.html', contents });
    files.push({ relativeDest: 'methodology.css', contents: styles.replace(/@import[^;]*;/g, '') });
  });
});

function methodologyPage(markdown: string): string {
  // A link to another file of the repository leads nowhere from inside the extension, so only its text stays.
  const text = markdown.replace(/<!--.*?-->/g, '').replace(/\[([^\]]+)\]\([\w-]+\.md\)/g, '$1');
  return `<!doctype html>
<html lang="en">
  <head>
    ${ownFilesOnly}
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>How reviews work · ${product.name}</title>
    <link rel="stylesheet" href="methodology.css" />
  </head>
  <body>
    <main>${marked.parse(text, { async: false })}</main>
  </body>
</html>
`;
}
