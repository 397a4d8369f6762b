import type { TargetedMouseEvent } from 'preact';
import { shellPages, type ShellPage } from './shell-pages.ts';

type Props = {
  product: string;
  /** The page that this is, if it is one of those it leads to. */
  here: ShellPage | undefined;
  /** How many tools are watched; missing until that is known. */
  watched: number | undefined;
  /** How many changes of theirs nobody has seen, as the toolbar icon says it; empty where there is none. */
  news?: string;
};

/** What stands above every page of ours: a way past it to the content, the product's name, and the other pages. */
export function Shell({ product, here, watched, news }: Props) {
  const counts: Partial<Record<ShellPage, number | string | undefined>> = { watched, news };
  return (
    <>
      <a class="skip-link" href="#main" onClick={skip}>
        Skip to content
      </a>
      <nav class="shell" aria-label={product}>
        <a class="product" href="catalog.html">
          <img src="icon/32.png" alt="" width="20" height="20" />
          {product}
        </a>
        <ul>
          {shellPages.map(({ key, href, name }) => (
            <li key={key}>
              <a href={href} aria-current={key === here ? 'page' : undefined}>
                {name}
                {counts[key] ? <span> ({counts[key]})</span> : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

// The address of a page may say what it shows after its `#`.
function skip(event: TargetedMouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
