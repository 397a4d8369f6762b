import { purlPartWithCase } from './address.ts';
import type { Examples, Site } from './site.ts';

export const npm: Site = {
  name: 'npm',
  host: 'npmjs.com',
  // Its name until 2018, which redirects.
  otherHosts: ['npmjs.org'],
  www: true,
  group: 'packages',
  access: 'optional',
  pageTypes: [
    { prefix: 'pkg:npm/', kind: 'package', pathOf: (name) => `package/${decodeURIComponent(name)}` },
  ],
  identify([section], _query, written = []) {
    if (section !== 'package') return [];
    // Links write the slash of a scoped name as %2F too, and such a segment arrives encoded.
    const [first = '', second = ''] = written
      .slice(1)
      .join('/')
      .replace(/%2f/i, '/')
      .replace(/^%40/, '@')
      .split('/');
    const scope = first.startsWith('@') ? first.slice(1) : undefined;
    const name = scope === undefined ? first : second;
    if (![name, scope ?? name].every((part) => /^[\w~-][\w.~-]*$/.test(part))) return [];
    // Names have been lower case since 2015, and older ones with capitals are packages of their own.
    return [
      `pkg:npm/${scope === undefined ? '' : `%40${purlPartWithCase(scope)}/`}${purlPartWithCase(name)}`,
    ];
  },
  // Its class names are made anew with each release, and no saved page has been seen (2026-11), so the badge goes into the corner.
  anchors: [],
};

const claudeCode = ['pkg:npm/%40anthropic-ai/claude-code'];

export const npmExamples: Examples = {
  'https://www.npmjs.com/package/@anthropic-ai/claude-code': claudeCode,
  'https://npmjs.com/package/@anthropic-ai/claude-code/v/2.0.0?activeTab=versions#readme': claudeCode,
  'https://www.npmjs.com/package/%40anthropic-ai%2Fclaude-code': claudeCode,
  'https://www.npmjs.com./package/%40anthropic-ai/claude-code/': claudeCode,
  'https://www.npmjs.org/package/promptfoo': ['pkg:npm/promptfoo'],
  'https://www.npmjs.com/package/ai?activeTab=code': ['pkg:npm/ai'],
  'https://www.npmjs.com/package/socket.io': ['pkg:npm/socket.io'],
  'https://www.npmjs.com/package/JSONStream': ['pkg:npm/%4a%53%4f%4e%53tream'],
  'https://www.npmjs.com/package/jsonstream': ['pkg:npm/jsonstream'],
  'https://www.npmjs.com/': [],
  'https://www.npmjs.com/package': [],
  'https://www.npmjs.com/package/@anthropic-ai': [],
  'https://www.npmjs.com/package/.bin': [],
  'https://www.npmjs.com/~promptfoo': [],
  'https://www.npmjs.com/org/anthropic-ai': [],
  'https://www.npmjs.com/search?q=promptfoo': [],
  'https://www.npmjs.com/settings/promptfoo/packages': [],
  'https://www.npmjs.com/login': [],
  'https://www.npmjs.com/promptfoo': [],
  'https://www.npmjs.com/browse/depended/promptfoo': [],
};
