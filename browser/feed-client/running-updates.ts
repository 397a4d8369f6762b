import browser from 'webextension-polyfill';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import type { Subscription } from './subscriptions.ts';

// Chrome stops a service worker after thirty seconds without an extension API call: https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
const keepAliveMs = 20_000;
// Longer than any answer may take in Chrome, which would then stop the worker.
const maxMinutes = 4;

type Running = { subscription: Subscription; done: Promise<void>; stop: () => void };
const running = new Map<string, Running>();

/** Runs the update of a feed, or joins the one that runs. At an end once it is done, or at once when it is stopped. */
export function runUpdate(
  subscription: Subscription,
  update: (subscription: Subscription, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { feed, name } = subscription;
  const before = running.get(feed);
  if (before) return before.done;
  const controller = new AbortController();
  const tooLong = new FeedError('timeout', `“${name}” took more than ${maxMinutes} minutes to download.`);
  const timer = setTimeout(() => controller.abort(tooLong), maxMinutes * 60_000);
  const keepAlive = setInterval(() => void browser.runtime.getPlatformInfo(), keepAliveMs);
  const stopped = Promise.withResolvers<void>();
  const work = update(subscription, controller.signal).finally(() => {
    clearTimeout(timer);
    clearInterval(keepAlive);
    if (running.get(feed) === own) running.delete(feed);
  });
  const own: Running = {
    subscription,
    done: Promise.race([work, stopped.promise]),
    stop: () => {
      running.delete(feed);
      controller.abort(new DOMException('The update was stopped.', 'AbortError'));
      stopped.resolve();
    },
  };
  running.set(feed, own);
  return own.done;
}

/** Stops the updates that are to be stopped; they activate nothing more. Returns their feeds. */
export function stopUpdates(isToStop: (begunWith: Subscription) => boolean): string[] {
  const stopped = [...running.values()].filter(({ subscription }) => isToStop(subscription));
  for (const { stop } of stopped) stop();
  return stopped.map(({ subscription }) => subscription.feed);
}
