import type { Examples, Site } from './site.ts';

export const jetbrains: Site = {
  name: 'JetBrains Marketplace',
  host: 'plugins.jetbrains.com',
  group: 'extensions',
  access: 'optional',
  pageTypes: [{ prefix: 'plugins.jetbrains.com/plugin/', kind: 'extension' }],
  identify(segments) {
    // Older links have the name of a product before `plugin`.
    const [section, plugin = ''] = segments[1] === 'plugin' ? segments.slice(1) : segments;
    // The number is the plugin; the words behind it may change.
    const number = /^([1-9]\d*)(?:-|$)/.exec(plugin)?.[1];
    return section === 'plugin' && number ? [`plugins.jetbrains.com/plugin/${number}`] : [];
  },
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const continueDev = ['plugins.jetbrains.com/plugin/22707'];

export const jetbrainsExamples: Examples = {
  'https://plugins.jetbrains.com/plugin/22707-continue': continueDev,
  'https://plugins.jetbrains.com/plugin/22707': continueDev,
  'https://plugins.jetbrains.com/plugin/22707-Continue-Extension/versions/stable?noRedirect=true#tabs':
    continueDev,
  'https://plugins.jetbrains.com/idea/plugin/22707-continue': continueDev,
  'https://plugins.jetbrains.com/': [],
  'https://plugins.jetbrains.com/plugin': [],
  'https://plugins.jetbrains.com/plugin/index?xmlId=com.github.continuedev': [],
  'https://plugins.jetbrains.com/plugin/continue-22707': [],
  'https://plugins.jetbrains.com/plugin/download?updateId=22707': [],
  'https://plugins.jetbrains.com/search?search=continue': [],
  'https://plugins.jetbrains.com/vendor/continue': [],
  'https://plugins.jetbrains.com/author/me': [],
  'https://plugins.jetbrains.com/docs/intellij/plugin': [],
};
