import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const packagist: Site = {
  name: 'Packagist',
  host: 'packagist.org',
  group: 'packages',
  access: 'optional',
  pageTypes: [{ prefix: 'pkg:composer/', kind: 'package', pathOf: (name) => `packages/${name}` }],
  identify([section, vendor = '', file = '']) {
    const name = file.replace(/\.json$/, '');
    if (section !== 'packages' || !isName(vendor) || !isName(name)) return [];
    return [`pkg:composer/${vendor}/${name}`];
  },
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const anthropic = ['pkg:composer/anthropic-ai/sdk'];

export const packagistExamples: Examples = {
  'https://packagist.org/packages/anthropic-ai/sdk': anthropic,
  'https://www.packagist.org/packages/Anthropic-AI/sdk/stats?x=1#0.4.0': anthropic,
  'https://packagist.org/': [],
  'https://packagist.org/packages/anthropic-ai/': [],
  'https://packagist.org/users/anthropic/packages': [],
  'https://packagist.org/search/?q=anthropic': [],
  'https://packagist.org/explore/popular': [],
};
