import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const smithery: Site = {
  name: 'Smithery',
  host: 'smithery.ai',
  group: 'extensions',
  access: 'optional',
  pageTypes: [{ prefix: 'smithery.ai/servers/', kind: 'site' }],
  identify([section, first = '', second]) {
    if (section !== 'servers' && section !== 'server') return [];
    // The address was `server/@owner/name` before, and a server without an owner had its tabs where others have the name.
    const hasOwner = first.startsWith('@') || (section === 'servers' && second !== undefined);
    const path = hasOwner ? [first.replace(/^@/, ''), second] : [first];
    return path.every(isName) && first !== 'new' ? [`smithery.ai/servers/${path.join('/')}`] : [];
  },
  // Nobody has looked at its pages yet, so the badge goes into the corner.
  anchors: [],
};

const context7 = ['smithery.ai/servers/upstash/context7-mcp'];

export const smitheryExamples: Examples = {
  'https://smithery.ai/server/@upstash/context7-mcp': context7,
  'https://smithery.ai/servers/@Upstash/context7-mcp': context7,
  'https://smithery.ai/servers/upstash/context7-mcp/tools?capability=a#b': context7,
  'https://smithery.ai/server/%40upstash/context7-mcp': context7,
  'https://smithery.ai/server/exa/tools': ['smithery.ai/servers/exa'],
  'https://smithery.ai/servers/exa': ['smithery.ai/servers/exa'],
  'https://smithery.ai/': [],
  'https://smithery.ai/servers': [],
  'https://smithery.ai/servers/new': [],
  'https://smithery.ai/server/@upstash': [],
  'https://smithery.ai/docs/config': [],
  'https://smithery.ai/badge/@upstash/context7-mcp': [],
};
