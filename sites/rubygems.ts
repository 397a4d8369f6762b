import { isName, purlPartWithCase } from './address.ts';
import type { Examples, Site } from './site.ts';

export const rubygems: Site = {
  name: 'RubyGems',
  host: 'rubygems.org',
  group: 'packages',
  access: 'optional',
  pageTypes: [{ prefix: 'pkg:gem/', kind: 'package', pathOf: (name) => `gems/${decodeURIComponent(name)}` }],
  identify([section], _query, written = []) {
    const name = written[1] ?? '';
    // A name with a capital is another gem.
    return section === 'gems' && isName(name) ? [`pkg:gem/${purlPartWithCase(name)}`] : [];
  },
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const anthropic = ['pkg:gem/anthropic'];

export const rubygemsExamples: Examples = {
  'https://rubygems.org/gems/anthropic': anthropic,
  'https://www.rubygems.org/gems/anthropic/versions/1.0.0?locale=de#top': anthropic,
  'https://rubygems.org/gems/RedCloth': ['pkg:gem/%52ed%43loth'],
  'https://rubygems.org/': [],
  'https://rubygems.org/gems': [],
  'https://rubygems.org/gems?letter=A': [],
  'https://rubygems.org/profiles/anthropic': [],
  'https://rubygems.org/search?query=anthropic': [],
  'https://rubygems.org/pages/about': [],
};
