import { cratePageId } from './crates.ts';
import type { Examples, Site } from './site.ts';

export const docsRs: Site = {
  name: 'docs.rs',
  host: 'docs.rs',
  group: 'docs',
  access: 'optional',
  // Its pages are those of a crate, whose own page is on crates.io.
  pageTypes: [],
  identify([first = '', second = '']) {
    if (first === 'crate') return cratePageId(second);
    return notCrates.has(first) ? [] : cratePageId(first);
  },
  // The bar above every crate’s documentation, in the site’s own source (rust-lang/docs.rs).
  anchors: [{ selector: '.crate-name .title', put: 'float', seen: '2026-08' }],
};

// First path segments that are the site's own routes, and the crates of Rust itself, whose documentation is elsewhere (seen 2026-08).
const notCrates = new Set('about alloc core proc_macro releases std test'.split(' '));

const harmony = ['pkg:cargo/openai-harmony'];

export const docsRsExamples: Examples = {
  'https://docs.rs/openai-harmony': harmony,
  'https://docs.rs/openai-harmony/latest/openai_harmony/chat/struct.Message.html?search=role#fields': harmony,
  'https://docs.rs/crate/openai-harmony/0.0.3/source/src/lib.rs': harmony,
  'https://docs.rs/OpenAI_Harmony/0.0.3/': harmony,
  'https://docs.rs/': [],
  'https://docs.rs/crate': [],
  'https://docs.rs/about/builds': [],
  'https://docs.rs/releases/search?query=harmony': [],
  'https://docs.rs/releases/someone': [],
  'https://docs.rs/-/static/style.css': [],
  'https://docs.rs/robots.txt': [],
  'https://docs.rs/std/vec/struct.Vec.html': [],
};
