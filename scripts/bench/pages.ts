import type { Variant } from '../../tests/e2e/harness/pages-map.ts';

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
