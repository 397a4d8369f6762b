import type { PageMatch } from '../browser/catalog-db/badge-lookup.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld, type ActiveBadge } from '../browser/isolated-world.ts';
import { message, type Message } from '../browser/messages.ts';
import type { BadgePosition } from '../browser/user-data/public-settings.ts';
import { namesItself } from '../sites/names-itself.ts';
import type { Page } from '../sites/page.ts';
import { createBadge } from './badge.ts';
import { createHostElement, type HostElement } from './host-element.ts';
import { keepMounted } from './keep-mounted.ts';
import { visibleText } from './labels.ts';
import { isContextValid, onEnd, startLifecycle } from './lifecycle.ts';
import { notifyBackground } from './notify-background.ts';
import type { PlacementOptions } from './placement.ts';

/**
 * A tool's page with its record, where its badge goes, and the page it is on. `isStated` where only the page itself says what it
 * is about; on a fork also the name of its upstream.
 */
type Shown = PageMatch & { position: BadgePosition | 'off'; on: Page; isStated?: true; upstream?: string };

/** Shows at most one badge on the page, and takes it away again; `idsOf` gives the page ids of an address. */
export function createBadgeHost(refresh: () => void, idsOf: PlacementOptions['idsOf']) {
  let host: HostElement | undefined;
  let isHeld = false;
  let hasNotified = false;
  let unmount = () => {};

  return {
    show({ record, page, position, on, isStated, upstream }: Shown) {
      const { name } = record;
      // The background asks the browser which page this is; only what it was forked or built from stands in the page alone.
      const subject = isStated ? { upstream: page } : {};
      unmount();
      // Also where badges are off, so that the page hears when they are turned on again.
      host ??= createHost();
      if (position === 'off') return clear();
      // Where many projects are, an address alone proves nothing: a site may ask to sign in under it.
      const isNamed = () => on.site?.access !== 'required' || namesItself(document, on.ids[0]!, idsOf);
      if (position !== 'toolbar') {
        const shown = { record, ...(upstream && { upstream }) };
        const badge = createBadge(shown, host, {
          onOpen: () => void send(message('open-verdict', subject)),
          onCompare: () => void send(message('open-comparison', subject)),
          onSuccessor: () => void send(message('open-successor', subject)),
          onDismiss: () => void send(message('dismiss-badge', subject)),
          onUnseen: () => mounted.check(),
        });
        host.fill(badge.css, badge.element);
        const width = estimateWidth(visibleText(shown));
        const where = placementOn(on, position, upstream);
        const mounted = keepMounted(host, { ...where, name, width, ids: on.ids, idsOf, isNamed });
        if (import.meta.env.FIREFOX) void hold(host);
        // What a fork's page states is not about the tool that was reviewed.
        const hasFacts = Boolean(on.site && !upstream);
        const stopObserving = observePage({ record, page, hasFacts, parts: badge.parts });
        unmount = () => [stopObserving, mounted.stop].forEach((stop) => stop());
      }
      const { element } = host;
      notifyBackground(subject, () => element.isConnected || isNamed());
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
    onEnd(() => unmount());
    return createHostElement();
  }

  // When the extension is disabled, Firefox ends our scripts without an event but removes its sheets (seen 2026-11).
  async function hold({ token, hold }: HostElement) {
    if (isHeld) return;
    isHeld = true;
    await new Promise((idle) => requestIdleCallback(idle, { timeout: 1000 }));
    if (await send(message('hold-badge', { token }))) hold();
    else isHeld = false;
  }
}

/** The width in pixels that a badge with this text takes, roughly, before it has a layout. */
const estimateWidth = (text: string) => 50 + 7 * text.length;

function placementOn(
  page: Page,
  position: BadgePosition,
  upstream?: string,
): Pick<PlacementOptions, 'anchors' | 'waitsForIdle' | 'keepsCorner'> {
  const { site } = page;
  const anchors = position === 'corner' ? [] : page.anchors;
  // Only on the sites that were looked at for it is nothing of ours in a framework's way before the page has settled.
  if (!site) return { anchors, waitsForIdle: true, keepsCorner: true };
  if (site.access !== 'required') return { anchors, waitsForIdle: true };
  // A fork is recognised after the page was painted, so its badge must not move anything.
  return { anchors: upstream ? anchors.map((anchor) => ({ ...anchor, put: 'float' })) : anchors };
}

/** Registers the badge for the page observer, which may be injected already or come later; returns how to end that. */
function observePage(badge: ActiveBadge): () => void {
  isolatedWorld.activeBadge = badge;
  isolatedWorld.observe?.(badge);
  return () => {
    isolatedWorld.activeBadge = undefined;
    badge.interaction?.end();
    badge.stopObserving?.();
  };
}

async function send(sent: Message): Promise<unknown> {
  return isContextValid() ? chromeApi.runtime.sendMessage(sent).catch(() => undefined) : undefined;
}
