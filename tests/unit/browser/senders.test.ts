import { describe, expect, it } from 'vitest';
import { senderOf } from '../../../browser/senders.ts';

const own = { id: 'ours', origin: 'chrome-extension://ours/' };
const origin = 'chrome-extension://ours';
const oven = 'https://github.com/someone/oven';
const page = { id: 7, windowId: 3, index: 2, incognito: false, active: true, url: oven };

const popup = { id: 'ours', url: `${origin}/popup.html`, origin };
const options = {
  ...{ ...popup, url: `${origin}/options.html`, frameId: 0, documentLifecycle: 'active' },
  tab: { ...page, url: `${origin}/options.html` },
};
const script = { id: 'ours', url: oven, origin: 'https://github.com', frameId: 0, tab: page };
const inTab = (tab: object) => ({ ...script, tab: { ...page, ...tab } });

describe('the sender of a message', () => {
  it.each<[string, object, 'own-page' | 'content-script' | undefined]>([
    ['the popup', popup, 'own-page'],
    ['a page of ours in a tab', options, 'own-page'],
    ['a page of ours in Firefox', { ...popup, envType: 'addon_child' }, 'own-page'],
    ['the content script of a page', script, 'content-script'],
    ['the same in Chromium', { ...script, documentLifecycle: 'active' }, 'content-script'],
    ['one after a move without a load', inTab({ url: 'https://github.com/someone/pan' }), 'content-script'],
    ['one in a private window', inTab({ incognito: true }), 'content-script'],

    ['another extension', { ...popup, id: 'theirs' }, undefined],
    ['another extension’s page', { ...popup, url: 'chrome-extension://theirs/x.html' }, undefined],
    ['another extension’s origin', { ...popup, origin: 'chrome-extension://theirs' }, undefined],
    ['an origin that begins as ours', { ...popup, origin: 'chrome-extension://ours.example' }, undefined],
    ['the content script of another extension', { ...script, id: 'theirs' }, undefined],
    ['a page of ours in a frame of a page', { ...options, frameId: 4 }, undefined],
    ['a page of ours in a frame without a tab', { ...popup, frameId: 4 }, undefined],
    ['a page that has our address and its own origin', { ...script, url: popup.url }, undefined],
    ['a page that has our origin and its own address', { ...script, origin }, undefined],

    ['a content script in a frame', { ...script, frameId: 4 }, undefined],
    ['one in an empty frame', { ...script, frameId: 4, url: 'about:blank' }, undefined],
    ['one in a document of about:blank', { ...script, url: 'about:blank' }, undefined],
    ['one in a sandboxed page', { ...script, origin: 'null' }, undefined],
    ['one in a prerendered page', { ...script, documentLifecycle: 'prerender' }, undefined],
    ['one in a page kept for going back', { ...script, documentLifecycle: 'cached' }, undefined],
    ['one of a host that we have no access to', inTab({ url: undefined }), undefined],
    ['one whose tab shows another site', inTab({ url: 'https://bank.example/' }), undefined],
    [
      'one whose tab shows the same host on another port',
      inTab({ url: 'https://github.com:8443/' }),
      undefined,
    ],
    ['one on plain http', { ...inTab({ url: 'http://a.example/' }), url: 'http://a.example/' }, undefined],
    ['one without a tab, as in a sidebar', { ...script, tab: undefined }, undefined],
    ['one in a tab without an id, as in developer tools', inTab({ id: undefined }), undefined],
    ['one on a browser’s page', { ...inTab({ url: 'about:newtab' }), origin: 'null' }, undefined],
    ['one on a file', { ...inTab({ url: 'file:///x' }), url: 'file:///x', origin: 'file://' }, undefined],
    ['no one', {}, undefined],
  ])('%s', (_, sender, kind) => expect(senderOf(sender, own)?.kind).toBe(kind));

  it.each(['id', 'url', 'origin', 'frameId'])('without %s is nobody', (field) => {
    for (const whole of [script, options])
      expect(senderOf({ ...whole, [field]: undefined }, own)).toBeUndefined();
    expect(senderOf({ ...script, [field]: 7 }, own)).toBeUndefined();
  });

  it('on a page is known by what the tab shows, not by what the page was loaded as', () => {
    const moved = inTab({ url: 'https://github.com/someone/pan', title: 'Pan' });
    expect(senderOf(moved, own)).toEqual({
      ...{ kind: 'content-script', url: 'https://github.com/someone/pan', host: 'github.com' },
      tab: { id: 7, windowId: 3, index: 2, incognito: false },
    });
  });

  it('is told from others in Firefox too', () => {
    const firefox = { id: 'hullmark@hullmark', origin: 'moz-extension://0a-b/' };
    const compare = 'moz-extension://0a-b/compare.html#oven';
    const sender = { id: 'hullmark@hullmark', url: compare, origin: 'moz-extension://0a-b', frameId: 0 };
    expect(senderOf({ ...sender, tab: { ...page, url: compare } }, firefox)?.kind).toBe('own-page');
    expect(senderOf({ ...sender, origin: 'moz-extension://0a-c' }, firefox)).toBeUndefined();
  });
});
