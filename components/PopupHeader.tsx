import type { ComponentChildren } from 'preact';

type Props = { glyph: string; title: string; subtitle: string; children?: ComponentChildren };

/** The head of the popup: an initial, a name, a line about it, and buttons. */
export function PopupHeader({ glyph, title, subtitle, children }: Props) {
  return (
    <header class="head">
      <div class="glyph" aria-hidden="true">
        {glyph}
      </div>
      <div class="names">
        <h1>{title}</h1>
        <p>{subtitle}</p>
      </div>
      <div class="tools">{children}</div>
    </header>
  );
}
