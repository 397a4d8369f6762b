import browser from 'webextension-polyfill';
import { headlinePrefix } from './tab-headline.ts';

/** Forgets all headlines and makes a change after which they may be untrue; those stored later are made after it. */
export function withoutHeadlines<T>(change: () => Promise<T>): Promise<T> {
  return withHeadlineLock(async () => {
    await forgetAll().catch((error) => console.warn('Headlines cannot be forgotten.', error));
    return change();
  });
}

async function forgetAll(): Promise<void> {
  const stored = Object.keys(await browser.storage.session.get());
  const headlines = stored.filter((key) => key.startsWith(headlinePrefix));
  if (headlines.length > 0) await browser.storage.session.remove(headlines);
}

/** Runs work on headlines while no other page or worker of the extension does. */
export function withHeadlineLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('headlines', work);
}
