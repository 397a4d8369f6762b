import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const openVsx: Site = {
  name: 'Open VSX',
  host: 'open-vsx.org',
  group: 'extensions',
  access: 'optional',
  // A namespace may belong to somebody else than the publisher of that name on the VS Code Marketplace, which `pkg:vscode-extension` is.
  pageTypes: [{ prefix: 'open-vsx.org/extension/', kind: 'extension' }],
  identify([section, namespace, name]) {
    if (section !== 'extension' || !isName(namespace) || !isName(name)) return [];
    return [`open-vsx.org/extension/${namespace}/${name}`];
  },
  // A script renders the page with class names of its own (2026-03), so the badge goes into the corner.
  anchors: [],
};

const cline = ['open-vsx.org/extension/saoudrizwan/claude-dev'];

export const openVsxExamples: Examples = {
  'https://open-vsx.org/extension/saoudrizwan/claude-dev': cline,
  'https://www.open-vsx.org/extension/Saoudrizwan/Claude-Dev/linux-x64/3.2.0': cline,
  'https://open-vsx.org/extension/saoudrizwan/claude-dev/reviews?sort=new#top': cline,
  'https://open-vsx.org/': [],
  'https://open-vsx.org/?search=claude': [],
  'https://open-vsx.org/extension': [],
  'https://open-vsx.org/extension/saoudrizwan': [],
  'https://open-vsx.org/namespace/saoudrizwan': [],
  'https://open-vsx.org/user-settings/profile': [],
  'https://open-vsx.org/api/saoudrizwan/claude-dev': [],
  'https://open-vsx.org/about': [],
};
