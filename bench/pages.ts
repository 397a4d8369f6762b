import type { FakeWeb } from '../harness/fake-web.ts';
import { longRepository } from '../harness/heavy-repository.ts';
import type { Variant } from '../harness/pages-map.ts';

/** A page to measure on: its address, the face of GitHub it is answered from, and where its title is once it is to be marked. */
export type BenchPage = { name: string; url: string; variant: Variant; title: string };

const tool = 'https://github.com/axolotl-ai-cloud/axolotl';
const serverTitle = '#repository-container-header strong[itemprop="name"]';

export const heavy: BenchPage = {
  name: 'server-rendered, 300 kB',
  url: tool,
  variant: 'heavy',
  title: serverTitle,
};

/** A README of 5,000 lines, which `playLong` has the fake web answer with. */
export const long: BenchPage = { ...heavy, name: '5,000 README lines', url: `${tool}/tree/long` };
export const longUnknown: BenchPage = {
  ...long,
  name: 'unknown repository, 5,000 lines',
  url: 'https://github.com/nobody-known/nothing-known/tree/long',
};

/** Has the fake web answer the two long pages. */
export function playLong(web: FakeWeb): void {
  for (const { url } of [long, longUnknown]) {
    const [owner = '', name = ''] = new URL(url).pathname.split('/').filter(Boolean);
    web.answer(url.replace('https://', ''), { body: longRepository(5_000, { owner, name }) });
  }
}

// A long page shifts by itself when it is painted half read; this one stands still.
export const light: BenchPage = { ...heavy, name: 'server-rendered', variant: 'logged-out' };

// `loaded` says that React has taken the server's HTML over; before that a foreign element would be thrown away.
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
  name: 'unknown repository, 300 kB',
  url: 'https://github.com/nobody-known/nothing-known',
  variant: 'heavy',
  title: serverTitle,
};
