import type { PageMatch } from '../browser/catalog-db/badge-lookup.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld, type ActiveBadge } from '../browser/isolated-world.ts';
import { message, type Message } from '../browser/messages.ts';
import type { BadgePosition } from '../browser/user-data/settings.ts';
import type { BadgeRecord } from '../catalog/badge-record.ts';
import { homeAnchors } from '../sites/homepage.ts';
import type { Site } from '../sites/site.ts';
import { createBadge } from './badge.ts';
import { keepMounted } from './keep-mounted.ts';
import { contextSignal, isContextValid, startLifecycle } from './lifecycle.ts';
import { notifyBackground } from './notify-background.ts';
import type { PlacementOptions } from './placement.ts';

/** A tool's page with its record, where its badge goes, and the site it is on; on a fork also the name of its upstream. */
type Shown = PageMatch & { position: BadgePosition | 'off'; site: Site | undefined; upstream?: string };

/** The one element of ours on a page: a plain `span`, since a page's script can make a custom element throw. */
export function createBadgeHost(refresh: () => void) {
  let host: HTMLElement | undefined;
  let root: ShadowRoot;
  let style: HTMLStyleElement;
  let hasNotified = false;
  let unmount = () => {};

  return {
    show({ record, page, position, site, upstream }: Shown) {
      const { name } = record;
      unmount();
      // Also where badges are off, so that the page hears when they are turned on again.
      host ??= createHost();
      if (position === 'off') return clear();
      if (position !== 'toolbar') {
        const { element, css, close, showFindings } = createBadge(
          { record, ...(upstream && { upstream }) },
          { onOpen: () => openVerdict(record), onCompare: () => openComparison(record) },
        );
        style.textContent = css;
        root.replaceChildren(style, element);
        const width = estimateWidth(element.textContent);
        const stopMounting = keepMounted(host, { ...placementOn(site, position, upstream), name, width });
        // What a fork's page states is not about the tool that was reviewed.
        const stopObserving = site && !upstream ? observePage({ record, page, showFindings }) : () => {};
        unmount = () => [close, stopObserving, stopMounting].forEach((stop) => stop());
      }
      notifyBackground(record);
      hasNotified = true;
    },
    clear,
  };

  function clear() {
    unmount();
    unmount = () => {};
    if (hasNotified) notifyBackground(null);
    hasNotified = false;
  }

  function createHost() {
    startLifecycle(refresh);
    contextSignal.addEventListener('abort', () => unmount());
    const element = document.createElement('span');
    root = element.attachShadow({ mode: 'closed' });
    style = document.createElement('style');
    return element;
  }
}

/** The width in pixels that a badge with this text takes, roughly, before it has a layout. */
const estimateWidth = (text: string) => 50 + 7 * text.length;

function placementOn(
  site: Site | undefined,
  position: BadgePosition,
  upstream?: string,
): Pick<PlacementOptions, 'anchors' | 'waitsForIdle'> {
  const anchors = position === 'corner' ? [] : (site?.anchors ?? homeAnchors);
  if (!site) return { anchors, waitsForIdle: true };
  // A fork is recognised after the page was painted, so its badge must not move anything.
  return { anchors: upstream ? anchors.map((anchor) => ({ ...anchor, put: 'float' })) : anchors };
}

/** Registers the badge for the page observer, which may be injected already or come later; returns how to end that. */
function observePage(badge: ActiveBadge): () => void {
  isolatedWorld.activeBadge = badge;
  isolatedWorld.observe?.(badge);
  return () => {
    isolatedWorld.activeBadge = undefined;
    badge.stopObserving?.();
  };
}

function openVerdict({ tool, rival }: BadgeRecord) {
  send(message('open-verdict', { tool, ...(rival && { rival: rival.id }) }));
}

function openComparison({ tool, rival }: BadgeRecord) {
  send(message('open-comparison', { left: tool, ...(rival && { right: rival.id }) }));
}

function send(sent: Message) {
  if (isContextValid()) void chromeApi.runtime.sendMessage(sent);
}
