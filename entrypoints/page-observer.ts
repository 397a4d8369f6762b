import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { moveToCorner } from '../badge/corner.ts';
import { isDistorted } from '../badge/distortion.ts';
import { follow } from '../badge/follow.ts';
import { createInteraction } from '../badge/interaction.ts';
import { lateWorld } from '../badge/late-parts.ts';
import { observeFacts } from '../badge/page-observer.ts';
import { isolatedWorld, type ActiveBadge } from '../browser/isolated-world.ts';

// Apart from badge.js, and injected into idle pages with a badge only, so that no other page has to parse it.
export default defineUnlistedScript(() => {
  lateWorld.lateParts = { follow, moveToCorner, isDistorted };
  lateWorld.onLateParts?.();
  isolatedWorld.observe = observe;
  if (isolatedWorld.activeBadge) observe(isolatedWorld.activeBadge);
});

function observe(badge: ActiveBadge) {
  badge.interaction ??= createInteraction(badge.parts);
  if (badge.hasFacts) void observeFacts(badge);
}
