import type { Examples, Site } from './site.ts';

export const chromeWebStore: Site = {
  name: 'Chrome Web Store',
  host: 'chromewebstore.google.com',
  // Its address until 2023, which redirects.
  otherHosts: ['chrome.google.com'],
  group: 'extensions',
  // Chromium runs no content script there (https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts).
  access: 'none',
  pageTypes: [{ prefix: 'pkg:chrome-extension/', kind: 'extension', pathOf: (id) => `detail/${id}` }],
  identify(segments) {
    const [section, ...rest] = segments[0] === 'webstore' ? segments.slice(1) : segments;
    // The words before the id are the extension’s name, which may change.
    const id = rest.slice(0, 2).find((segment) => /^[a-p]{32}$/.test(segment));
    return section === 'detail' && id ? [`pkg:chrome-extension/${id}`] : [];
  },
  anchors: [],
};

const oven = ['pkg:chrome-extension/abcdefghijklmnopabcdefghijklmnop'];

export const chromeWebStoreExamples: Examples = {
  'https://chromewebstore.google.com/detail/oven/abcdefghijklmnopabcdefghijklmnop': oven,
  'https://chromewebstore.google.com/detail/abcdefghijklmnopabcdefghijklmnop': oven,
  'https://chromewebstore.google.com/detail/oven/abcdefghijklmnopabcdefghijklmnop/reviews?hl=de#top': oven,
  'https://chrome.google.com/webstore/detail/oven/abcdefghijklmnopabcdefghijklmnop?hl=en': oven,
  'https://chromewebstore.google.com/': [],
  'https://chromewebstore.google.com/detail': [],
  'https://chromewebstore.google.com/detail/oven': [],
  'https://chromewebstore.google.com/detail/oven/abcdefghijklmnopabcdefghijklmnoz': [],
  'https://chromewebstore.google.com/detail/a/b/abcdefghijklmnopabcdefghijklmnop': [],
  'https://chromewebstore.google.com/category/extensions': [],
  'https://chromewebstore.google.com/search/oven': [],
  'https://chromewebstore.google.com/collection/abcdefghijklmnopabcdefghijklmnop': [],
  'https://chrome.google.com/webstore/devconsole': [],
  'https://chrome.google.com/intl/en/chrome': [],
};
