import { useLayoutEffect, useRef } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { createBadge } from '../../badge/badge.ts';
import cardStyle from '../../badge/card.css?inline';
import lateStyle from '../../badge/late.css?inline';
import { createHostElement } from '../../badge/host-element.ts';
import { createInteraction } from '../../badge/interaction.ts';
import { comparisonUrl, successorUrl, toolUrl } from '../../browser/pages.ts';
import type { BadgeRecord } from '../../catalog/badge-record.ts';

// What a host says of itself on a page: beside the name a badge shows neither the name again nor a button to hide it.
const besideName =
  ':host{display:inline-flex}.badge-root{color-scheme:light dark}.name,.dismiss{display:none}';

/** A tool's badge as it stands on the tool's own page, with its card; what it leads to opens in a tab. */
export function LiveBadge({ record }: { record: BadgeRecord }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const { tool, rival, status } = record;
    const open = (url = toolUrl(tool)) => void browser.tabs.create({ url });
    const host = createHostElement();
    const { element, css, parts } = createBadge({ record }, host, {
      onOpen: () => open(),
      onCompare: () => open(comparisonUrl(tool, rival?.id)),
      onSuccessor: () => open(successorUrl(tool, status)),
      onDismiss: () => undefined,
      onUnseen: () => undefined,
    });
    // The policy of our own pages allows no style in an element.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css + lateStyle + cardStyle + besideName);
    host.root.adoptedStyleSheets = [sheet];
    host.root.append(element);
    place.current?.append(host.element);
    const interaction = createInteraction({ ...parts, hasCardStyle: true });
    return () => {
      interaction.end();
      host.element.remove();
    };
  }, [record]);
  return <span ref={place} data-hullmark-example />;
}
