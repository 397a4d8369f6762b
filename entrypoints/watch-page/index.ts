import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ownWorld } from '../../browser/own-world.ts';
import { watchFacts } from './watch-facts.ts';

// A script of its own, which only pages with a mark are given once they are idle: all others need not even parse it.
export default defineUnlistedScript(() => {
  ownWorld.watch = (standing) => void watchFacts(standing);
  if (ownWorld.standing) void watchFacts(ownWorld.standing);
});
