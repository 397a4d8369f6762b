import type { Examples, Site } from './site.ts';

export const jsr: Site = {
  name: 'JSR',
  host: 'jsr.io',
  group: 'packages',
  access: 'optional',
  pageTypes: [{ prefix: 'jsr.io/@', kind: 'package' }],
  identify([scope = '', second = '']) {
    const name = second.replace(/@.*$/, '');
    if (!/^@[a-z\d][a-z\d-]*$/.test(scope) || !/^[a-z\d][a-z\d-]*$/.test(name)) return [];
    return [`jsr.io/${scope}/${name}`];
  },
  // Scope and name are links in the heading, in the site’s own source (jsr-io/jsr).
  anchors: [{ selector: 'h1:has(a[aria-label^="Package: "])', put: 'float', seen: '2026-08' }],
};

const openai = ['jsr.io/@openai/openai'];

export const jsrExamples: Examples = {
  'https://jsr.io/@openai/openai': openai,
  'https://jsr.io/%40openai/openai@5.0.0/doc/~/OpenAI?x=1#top': openai,
  'https://jsr.io/@openai/openai/versions': openai,
  'https://jsr.io/': [],
  'https://jsr.io/@openai': [],
  'https://jsr.io/@openai/~/members': [],
  'https://jsr.io/openai/openai': [],
  'https://jsr.io/packages?search=openai': [],
  'https://jsr.io/docs/publishing-packages': [],
  'https://jsr.io/badges/@openai/openai': [],
  'https://jsr.io/account/settings': [],
};
