import { message } from '../../browser/messages.ts';
import { native } from '../../browser/native.ts';
import { ownWorld, type Standing } from '../../browser/own-world.ts';
import { isAlive } from './life.ts';

/** Has what the page states followed once it has loaded and is idle, by the script for that; gives back how to end it. */
export function watchPage(standing: Standing): () => void {
  let end = () => {};
  let waiting: number | undefined;
  const begin = () => {
    waiting = requestIdleCallback(
      () => {
        if (ownWorld.watch) end = ownWorld.watch(standing);
        else if (isAlive()) void native.runtime.sendMessage(message('watch-page', null)).catch(() => {});
      },
      { timeout: 2000 },
    );
  };
  ownWorld.standing = standing;
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
  return () => {
    ownWorld.standing = undefined;
    removeEventListener('load', begin);
    if (waiting !== undefined) cancelIdleCallback(waiting);
    end();
  };
}
