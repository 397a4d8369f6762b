import type { FakeWeb } from '../harness/fake-web.ts';
import { longRepository } from '../harness/heavy-repository.ts';
import type { Variant } from '../harness/pages-map.ts';

/** A page to measure on: the variant of GitHub that answers its address, the selector of the title beside which a badge goes, and how many badges it gets. */
export type BenchPage = { name: string; url: string; variant: Variant; title: string; badges: number };

const tool = 'https://github.com/axolotl-ai-cloud/axolotl';
const noTool = 'https://github.com/nobody-known/nothing-known';

export const heavy: BenchPage = {
  name: 'server-rendered, 300 kB',
  url: tool,
  variant: 'heavy',
  title: '#repository-container-header strong[itemprop="name"]',
  badges: 1,
};
export const unknown: BenchPage = { ...heavy, name: 'unknown repository, 300 kB', url: noTool, badges: 0 };

/** READMEs of 5,000 lines, which the fake web answers after `serveLong`. */
export const long: BenchPage = { ...heavy, name: '5,000 README lines', url: `${tool}/tree/long` };
export const longUnknown: BenchPage = {
  ...unknown,
  name: 'unknown repository, 5,000 lines',
  url: `${noTool}/tree/long`,
};

// A long page shifts by itself when it is painted half loaded; this one does not.
export const light: BenchPage = { ...heavy, name: 'server-rendered', variant: 'logged-out' };
export const topic: BenchPage = {
  ...{ name: 'topic, no tool', url: 'https://github.com/topics/llm', variant: 'logged-out' },
  ...{ title: 'h1', badges: 0 },
};

// Before `loaded` React still owns the server's HTML and would throw a foreign element away with it.
const reactTitle = 'react-partial.loaded .GlobalNav nav[aria-label="Breadcrumbs"] ol';
export const react: BenchPage = {
  ...heavy,
  ...{ name: 'React header, logged in', variant: 'logged-in', title: reactTitle },
};

/** These pages in turn, each with its variant shown by the fake web until the next. */
export function* shown(web: FakeWeb, ...pages: BenchPage[]): Generator<BenchPage> {
  for (const page of pages) {
    web.use(page.variant);
    yield page;
  }
}

/** Has the fake web answer the two long pages. */
export function serveLong(web: FakeWeb): void {
  for (const { url } of [long, longUnknown]) {
    const [owner = '', name = ''] = new URL(url).pathname.split('/').filter(Boolean);
    web.answer(url.replace('https://', ''), { body: longRepository(5_000, { owner, name }) });
  }
}
