import type { ComponentChildren } from 'preact';

type Props = {
  url: string;
  class?: string;
  title?: string;
  'aria-label'?: string;
  children: ComponentChildren;
};

/** A link to an address from the data, in a new tab; only its words where that is not an https address. */
export function SourceLink({ url, children, class: look, ...more }: Props) {
  if (URL.parse(url)?.protocol !== 'https:') return <span>{children}</span>;
  return (
    <a class={look ? `source ${look}` : 'source'} href={url} target="_blank" rel="noreferrer" {...more}>
      {children}
    </a>
  );
}

/** The host of an address from the data, or nothing where it is none. */
export function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
