import { render, type ComponentChildren } from 'preact';
import { Shell } from './Shell.tsx';
import type { ShellPage } from './shell-pages.ts';

type Around = {
  product: string;
  here?: ShellPage;
  /** The watched tools, as a signal, so that the count follows it. */
  watchList: { value: readonly string[] | undefined };
  /** How many changes of theirs are new, in the same way; empty where none is. */
  newsCount: { value: string };
};

/** Draws a page of ours: the shell in its `header`, and in its `main` what the page itself shows. */
export function drawPage(content: ComponentChildren, around: Around): void {
  render(<LiveShell {...around} />, document.querySelector('header')!);
  render(content, document.querySelector('main')!);
}

function LiveShell({ product, here, watchList, newsCount }: Around) {
  return <Shell product={product} here={here} watched={watchList.value?.length} news={newsCount.value} />;
}
