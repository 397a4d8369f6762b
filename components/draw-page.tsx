import { render, type ComponentChildren } from 'preact';
import { Shell } from './Shell.tsx';
import type { ShellPage } from './shell-pages.ts';

type Around = {
  product: string;
  here?: ShellPage;
  /** The watched tools, as a signal, so that the count follows it. */
  watchList: { value: readonly string[] | undefined };
};

/** Draws a page of ours: the shell in its `header`, and in its `main` what the page itself shows. */
export function drawPage(content: ComponentChildren, around: Around): void {
  render(<LiveShell {...around} />, document.querySelector('header')!);
  render(content, document.querySelector('main')!);
}

function LiveShell({ product, here, watchList }: Around) {
  return <Shell product={product} here={here} watched={watchList.value?.length} />;
}
