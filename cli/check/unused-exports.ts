import { fileURLToPath } from 'node:url';
import { analyzeTsConfig } from 'ts-unused-exports';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Exported values that no other file imports, tests included; an exported type may be there to be read. */
export function unusedExports(): string {
  const { unusedExports: modules } = analyzeTsConfig(`${root}tsconfig.json`, ['--allowUnusedTypes']);
  return Object.entries(modules)
    .flatMap(([path, exports]) =>
      exports.map(({ exportName, location }) => ({ file: path.slice(root.length), exportName, location })),
    )
    .filter((found) => !isReadElsewhere(found))
    .map(({ file, exportName, location }) => `${file}:${location.line}: ${exportName}`)
    .join('\n');
}

/**
 * WXT and Vitest read default exports; tests gather the sites' examples by their names; the analysis does not follow
 * imports of an `index.ts` (seen 2026-11).
 */
function isReadElsewhere({ file, exportName }: { file: string; exportName: string }) {
  const readByTool = exportName === 'default' && /^(entrypoints\/|[\w.]+\.config\.ts$)/.test(file);
  const readByTests = file.startsWith('sites/') && exportName.endsWith('Examples');
  return readByTool || readByTests || file === 'sites/index.ts';
}
