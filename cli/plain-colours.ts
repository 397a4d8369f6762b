import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const look = readFileSync(new URL('../components/look.css', import.meta.url), 'utf8');
const values = new Map(
  [...look.matchAll(/(--[\w-]+):\s*([^;}]+)/g)].map(([, name, value]) => [name!, value!]),
);

/**
 * CSS of the badge with the value of `components/look.css` in place of each `var()`. The badge has no custom property, since a page
 * can register one of any name (`@property`), so that it is not inherited and has a value of the page's.
 */
export const withPlainColours = (css: string): string =>
  css.replace(/:root\s*\{[^}]*\}/, '').replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${name} is not a value of components/look.css`);
    return value;
  });

// Vite puts imported sheets in later, when nothing would look at their values any more.
const withImports = (css: string, id: string): string =>
  css.replace(/@import '([^']+)';/g, (_, path: string) => readFileSync(resolve(dirname(id), path), 'utf8'));

/** The Vite plugin that does this to each style sheet which the badge imports as text. */
export const plainColours = () => ({
  name: 'plain-colours',
  enforce: 'pre' as const,
  transform: (css: string, id: string) =>
    /\/(?:badge\/[\w-]+|components\/look)\.css\?inline$/.test(id)
      ? withPlainColours(withImports(css, id))
      : undefined,
});
