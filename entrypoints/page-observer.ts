import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isolatedWorld } from '../browser/isolated-world.ts';
import { observeFacts } from '../badge/page-observer/watch-facts.ts';

// A script of its own, which only pages with a mark are given once they are idle: all others need not even parse it.
export default defineUnlistedScript(() => {
  isolatedWorld.observe = (standing) => void observeFacts(standing);
  if (isolatedWorld.activeBadge) void observeFacts(isolatedWorld.activeBadge);
});
