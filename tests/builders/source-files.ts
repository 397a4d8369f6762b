import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

type Import = { path: string; isType: boolean };
export type SourceFile = { folder: string; file: string; text: string; imports: Import[] };

// Also `export … from`, imports for their side effects and dynamic ones.
const importPattern =
  /(?:\b(?:import|export) (type )?[^;'"]*?from |\bimport |\bimport\()'(\.[^'?]+)(\?[^']*)?'/g;

/** The TypeScript files of top-level folders, each with what it imports of ours as paths from the root. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|mjs)$/.test(name))
      .map((name) => {
        const file = join(folder, name);
        const text = readFileSync(file, 'utf8');
        const imports = [...text.matchAll(importPattern)].map(([, isType, path]) => ({
          path: normalize(join(dirname(file), path!)),
          isType: isType !== undefined,
        }));
        return { folder, file, text, imports };
      }),
  );
}

/** Files that import each other, by value or by type, as lists from a file back to itself; each circle once. */
export function importCircles(files: readonly Pick<SourceFile, 'file' | 'imports'>[]): string[][] {
  const importsOf = new Map(files.map(({ file, imports }) => [file, imports.map(({ path }) => path)]));
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, way: string[]) => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const next of importsOf.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of importsOf.keys()) visit(file, []);
  return circles;
}
