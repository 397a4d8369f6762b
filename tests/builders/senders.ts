import { fakeBrowser } from 'wxt/testing/fake-browser';

type RawSender = Parameters<typeof fakeBrowser.runtime.onMessage.trigger>[1];

/** Our content script in the top frame of an address, as browsers describe it. */
export function fromPage(url: string): RawSender {
  const tab = { id: 7, windowId: 3, index: 2, incognito: false, active: true, url };
  return {
    ...{ id: fakeBrowser.runtime.id, url, origin: new URL(url).origin },
    frameId: 0,
    tab,
  } as RawSender;
}

/** One of our own pages, as browsers describe the popup. */
export function fromOwnPage(): RawSender {
  const url = fakeBrowser.runtime.getURL('');
  return { id: fakeBrowser.runtime.id, url, origin: url.replace(/\/$/, '') };
}
