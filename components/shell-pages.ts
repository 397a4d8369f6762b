/** The pages that every page of ours leads to, in the order in which they are shown. */
export const shellPages = [
  { key: 'tools', href: 'catalog.html', name: 'Tools' },
  { key: 'compare', href: 'compare.html', name: 'Compare' },
  { key: 'watched', href: 'news.html#watch-list', name: 'Watch list' },
  { key: 'news', href: 'news.html', name: 'What’s new' },
  { key: 'methodology', href: 'methodology.html', name: 'How reviews work' },
  { key: 'settings', href: 'options.html', name: 'Settings' },
] as const;

export type ShellPage = (typeof shellPages)[number]['key'];
