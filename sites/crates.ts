import type { Examples, Site } from './site.ts';

export const crates: Site = {
  name: 'crates.io',
  host: 'crates.io',
  group: 'packages',
  access: 'optional',
  pageTypes: [{ prefix: 'pkg:cargo/', kind: 'package', pathOf: (name) => `crates/${name}` }],
  identify([section, name = '']) {
    return section === 'crates' ? cratePageId(name) : [];
  },
  // Seen in the site’s own source (rust-lang/crates.io).
  anchors: [{ selector: 'h1 [data-test-crate-name]', put: 'float', seen: '2026-08' }],
};

/** The page id of a crate, in a list; empty where the name cannot be one. Letter case, `-` and `_` make no difference to crates.io. */
export function cratePageId(name: string): string[] {
  return /^[a-z][\w-]*$/i.test(name) ? [`pkg:cargo/${name.toLowerCase().replaceAll('_', '-')}`] : [];
}

const harmony = ['pkg:cargo/openai-harmony'];

export const cratesExamples: Examples = {
  'https://crates.io/crates/openai-harmony': harmony,
  'https://www.crates.io/crates/OpenAI_Harmony/0.0.3/dependencies': harmony,
  'https://crates.io/crates/openai-harmony/versions?sort=semver#top': harmony,
  'https://crates.io/': [],
  'https://crates.io/crates': [],
  'https://crates.io/crates?q=harmony': [],
  'https://crates.io/crates/open.ai': [],
  'https://crates.io/users/someone': [],
  'https://crates.io/teams/github:openai:oss': [],
  'https://crates.io/keywords/llm': [],
  'https://crates.io/categories/science': [],
  'https://crates.io/search?q=harmony': [],
  'https://crates.io/settings/tokens': [],
  'https://crates.io/api/v1/crates/openai-harmony': [],
};
