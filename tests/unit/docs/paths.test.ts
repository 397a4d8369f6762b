import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const documents = ['README.md', 'CONTRIBUTING.md', 'PRIVACY.md', 'SECURITY.md'].concat(
  readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
);
const folders = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const roots = new Set(folders.map(({ name }) => name));

// The walks of CONTRIBUTING make a tool and a site that do not exist.
const invented = /\b(heron|hex)\b/;

/** Paths of the project that a text names in code style: those that begin with a folder of ours. */
function namedPaths(text: string): string[] {
  return [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)]
    .map(([, path]) => path!)
    .filter(
      (path) => roots.has(path.split('/')[0]!) && !invented.test(path) && !/^(\.|node_modules)/.test(path),
    );
}

describe('a path that a document names is there', () => {
  it.each(documents)('%s', (file) => {
    expect(namedPaths(readFileSync(file, 'utf8')).filter((path) => !existsSync(path))).toEqual([]);
  });
  it('and paths are found at all', () => {
    expect(namedPaths(readFileSync('docs/architecture.md', 'utf8')).length).toBeGreaterThan(30);
  });
});
