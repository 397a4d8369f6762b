import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const glama: Site = {
  name: 'Glama',
  host: 'glama.ai',
  group: 'extensions',
  access: 'optional',
  pageTypes: [{ prefix: 'glama.ai/mcp/servers/', kind: 'site' }],
  identify([product, section, written, name]) {
    // Until 2026 the owner was written with an @, as npm does (seen 2026-11).
    const owner = written?.replace(/^@/, '');
    if (product !== 'mcp' || section !== 'servers' || !isName(owner) || !isName(name)) return [];
    return [`glama.ai/mcp/servers/${owner}/${name}`];
  },
  // Nobody has looked at its pages yet, so the badge goes into the corner.
  anchors: [],
};

const server = ['glama.ai/mcp/servers/github/github-mcp-server'];

export const glamaExamples: Examples = {
  'https://glama.ai/mcp/servers/github/github-mcp-server': server,
  'https://glama.ai/mcp/servers/@GitHub/github-mcp-server/schema?locale=de#tools': server,
  'https://glama.ai/': [],
  'https://glama.ai/mcp': [],
  'https://glama.ai/mcp/servers': [],
  'https://glama.ai/mcp/servers/github': [],
  'https://glama.ai/mcp/clients/claude-code': [],
  'https://glama.ai/chat': [],
};
