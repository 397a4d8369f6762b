import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';

const stops: (() => void)[] = [];

/** How many changes the toolbar icon tells of, as it says it, for pages that say it too; empty where nothing is new. */
export const newsCount = signal('', {
  watched() {
    // Seen in one tab, it is no news in the other.
    const read = () => void (document.hidden || readIcon());
    document.addEventListener('visibilitychange', read);
    stops.push(() => document.removeEventListener('visibilitychange', read));
    read();
  },
  unwatched: () => stops.splice(0).forEach((stop) => stop()),
});

async function readIcon(): Promise<void> {
  newsCount.value = await browser.action.getBadgeText({}).catch(() => '');
}
