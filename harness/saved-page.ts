import { readFileSync } from 'node:fs';

const pages = new URL('../tests/pages/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, pages), 'utf8');
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A saved page as it is served: names filled in, its style and the shared script put inside, so that it needs no second request. */
export function savedPage(path: string, values: Record<string, string> = {}): string {
  const style = read(path.replace(/[^/]+$/, 'style.css'));
  return read(path)
    .replace(/<link rel="stylesheet" href="style\.css" ?\/?>/, () => `<style>${style}</style>`)
    .replace('<script src="../test-page.js"></script>', () => `<script>${read('test-page.js')}</script>`)
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => escaped(values[name] ?? name));
}
