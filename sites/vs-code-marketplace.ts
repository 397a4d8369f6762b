import { lowered } from './address.ts';
import type { Examples, Site } from './site.ts';

export const vsCodeMarketplace: Site = {
  name: 'VS Code Marketplace',
  host: 'marketplace.visualstudio.com',
  group: 'extensions',
  access: 'optional',
  pageTypes: [
    {
      prefix: 'pkg:vscode-extension/',
      kind: 'extension',
      pathOf: (name) => `items?itemName=${name.replace('/', '.')}`,
    },
  ],
  identify([section, path], query) {
    // Links write `itemName` in any letter case, and the changelog has the name in its path (seen 2025-03).
    const [item = path, ...more] = [...(query ?? [])].flatMap(([key, value]) =>
      lowered(key) === 'itemname' ? [lowered(value)] : [],
    );
    if (section !== 'items' || more.length || !/^[a-z\d][a-z\d-]*\.[a-z\d][a-z\d-]*$/.test(item ?? ''))
      return [];
    return [`pkg:vscode-extension/${item!.replace('.', '/')}`];
  },
  anchors: [{ selector: 'h1 .ux-item-name', put: 'float', seen: '2025-03' }],
};

const cline = ['pkg:vscode-extension/saoudrizwan/claude-dev'];

export const vsCodeMarketplaceExamples: Examples = {
  'https://marketplace.visualstudio.com/items?itemName=saoudrizwan.claude-dev': cline,
  'https://marketplace.visualstudio.com/items/?itemname=Saoudrizwan.Claude-Dev&ssr=false#review-details':
    cline,
  'https://marketplace.visualstudio.com/items/saoudrizwan.claude-dev/changelog': cline,
  'https://marketplace.visualstudio.com/': [],
  'https://marketplace.visualstudio.com/items': [],
  'https://marketplace.visualstudio.com/items?itemName=claude-dev': [],
  'https://marketplace.visualstudio.com/items?itemName=a.b&itemName=saoudrizwan.claude-dev': [],
  'https://marketplace.visualstudio.com/items?itemName=saoudrizwan.claude-dev%E2%84%AA': [],
  'https://marketplace.visualstudio.com/search?term=claude&target=VSCode': [],
  'https://marketplace.visualstudio.com/publishers/saoudrizwan': [],
  'https://marketplace.visualstudio.com/vscode?itemName=saoudrizwan.claude-dev': [],
};
