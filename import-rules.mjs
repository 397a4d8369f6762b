// Who may import whom, for tests/unit/architecture.test.ts and for eslint.config.mjs, which tells while one types.

/**
 * For each folder of the product, what its files may import beside their own folder: folders, or single files.
 * @type {Record<string, string[]>}
 */
export const mayImport = {
  sites: [],
  catalog: [],
  badge: [
    'catalog',
    'sites',
    'browser/catalog-db/badge-lookup.ts',
    'browser/chrome-api.ts',
    'browser/clock.ts',
    'browser/isolated-world.ts',
    'browser/messages.ts',
    'browser/user-data/public-settings.ts',
    'components/look.css',
  ],
  components: ['catalog'],
  browser: ['catalog', 'sites', 'data', 'product.json'],
  entrypoints: ['catalog', 'sites', 'badge', 'components', 'browser', 'data', 'product.json'],
};

/** Folders whose files may import types of each other, which cost nothing once built. */
export const pureFolders = ['sites', 'catalog'];

const top = [
  ...Object.keys(mayImport),
  'data',
  'product.json',
  'modules',
  'cli',
  'harness',
  'bench',
  'tests',
];

/**
 * The patterns of ESLint's `no-restricted-imports` for the files of a folder.
 * @param {string} folder
 */
export function restrictedImports(folder) {
  const allowed = [folder, ...(mayImport[folder] ?? [])];
  const files = allowed.filter((path) => path.includes('/')).map((path) => path.replaceAll('.', '\\.'));
  const exceptFiles = files.length ? `(?!(?:${files.join('|')})(?:\\?|$))` : '';
  const others = top.filter((each) => !allowed.includes(each));
  return [
    {
      regex: `^(?:\\.\\./)+${exceptFiles}(?:${others.join('|')})(?:/|$)`,
      message: `Files in ${folder}/ may not import this (import-rules.mjs).`,
      allowTypeImports: pureFolders.includes(folder),
    },
  ];
}
