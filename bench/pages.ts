import type { FakeWeb } from '../harness/fake-web.ts';
import { longRepository } from '../harness/heavy-repository.ts';
import type { Variant } from '../harness/pages-map.ts';

/** A page to measure on: its address, the variant of GitHub that answers it, and the selector of the title beside which the badge goes. */
export type BenchPage = { name: string; url: string; variant: Variant; title: string };

const tool = 'https://github.com/axolotl-ai-cloud/axolotl';

export const heavy: BenchPage = {
  name: 'server-rendered, 300 kB',
  url: tool,
  variant: 'heavy',
  title: '#repository-container-header strong[itemprop="name"]',
};

/** A README of 5,000 lines, which the fake web answers after `serveLong`. */
export const long: BenchPage = { ...heavy, name: '5,000 README lines', url: `${tool}/tree/long` };
export const longUnknown: BenchPage = {
  ...long,
  name: 'unknown repository, 5,000 lines',
  url: 'https://github.com/nobody-known/nothing-known/tree/long',
};

/** Has the fake web answer the two long pages. */
export function serveLong(web: FakeWeb): void {
  for (const { url } of [long, longUnknown]) {
    const [owner = '', name = ''] = new URL(url).pathname.split('/').filter(Boolean);
    web.answer(url.replace('https://', ''), { body: longRepository(5_000, { owner, name }) });
  }
}

// A long page shifts by itself when it is painted half loaded; this one does not.
export const light: BenchPage = { ...heavy, name: 'server-rendered', variant: 'logged-out' };

// Before `loaded` React still owns the server's HTML and would throw a foreign element away with it.
export const react: BenchPage = {
  name: 'React header, logged in',
  url: tool,
  variant: 'logged-in',
  title: 'react-partial.loaded .GlobalNav nav[aria-label="Breadcrumbs"] ol',
};

export const topic: BenchPage = {
  name: 'topic, no tool',
  url: 'https://github.com/topics/llm',
  variant: 'logged-out',
  title: 'h1',
};

export const unknown: BenchPage = {
  ...heavy,
  name: 'unknown repository, 300 kB',
  url: 'https://github.com/nobody-known/nothing-known',
};
