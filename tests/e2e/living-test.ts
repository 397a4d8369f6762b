import { frameworkScript, recorderScript } from '../../harness/living/bundles.ts';
import { prove, type State } from '../../harness/living/state.ts';
import { until } from '../../harness/until.ts';
import { badgeCount } from '../../harness/badge.ts';
import { extensionTest } from './extension-test.ts';

export const docs = 'https://docs.litellm.ai';
export const inPieces = 'https://litellm.ai';
export const pypi = 'https://pypi.org/project/axolotl/';

/** The `test` of a file with living pages: one tab that records what its pages do, and the frameworks that these may need. */
export const livingTest = (...frameworks: Parameters<typeof frameworkScript>[0][]) =>
  extensionTest()
    .extend('tab', { scope: 'file' }, async ({ extension, web }) => {
      const tab = await extension.newPage();
      for (const url of [docs, inPieces]) await extension.grantHost(new URL(url).host);
      const undo = web.answer('docs.litellm.ai/', { body: docsPage() });
      await tab.bringToFront();
      await until('a badge on a granted host', async () => {
        await tab.goto(docs);
        return until('the badge', () => badgeCount(tab), 1500);
      });
      undo();
      for (const script of [recorderScript(), ...frameworks.map(frameworkScript)])
        await tab.evaluateOnNewDocument(await script);
      return tab;
    })
    .extend(
      'proves',
      ({ tab, web }) =>
        (state: State) =>
          prove(tab, web, state),
    );

type Parts = {
  style?: string;
  before?: string;
  header?: string;
  after?: string;
  body?: string;
  html?: string;
};

/** A page of documentation with its name, a link home, at the left of a bar with space behind it. */
export const docsPage = ({
  style = '',
  before = '',
  header,
  after = '',
  body = '',
  html = '',
}: Parts = {}): string =>
  `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>Docs</title><link rel="icon" href="data:,">
<style>body { margin: 0; font: 16px/1.5 sans-serif } .site-header { padding: 12px 20px; display: flex; gap: 16px; background: #fff } .site-header .end { margin-left: auto }
main { padding: 20px } ${style}</style></head><body ${body}>${before}${header ?? bar()}<main><h1>Getting started</h1><p>Words of a page, and more words, so that there is something to read in every line of it, and to cover.</p></main>${after}</body></html>`;

export const bar = (name = '<a href="/">LiteLLM</a>', end = '<a href="/search">Search</a>'): string =>
  `<header class="site-header">${name}<span class="end">${end}</span></header>`;

/** GitHub as people see it who are signed in: the name stands only in the crumbs of a bar that React renders. */
export const githubPage = (
  bar: string,
  { isLoaded = false, style = '', before = '' }: { isLoaded?: boolean; style?: string; before?: string } = {},
): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A repository</title><link rel="icon" href="data:,"><style>body { margin: 0; font: 14px/1.5 sans-serif } main { padding: 20px } ${style}</style></head><body class="logged-in">${before}<div class="header-wrapper"><react-partial partial-name="global-nav-bar"${isLoaded ? ' class="loaded"' : ''}><div data-target="react-partial.reactRoot">${bar}</div></react-partial></div><main id="js-repo-pjax-container"><div id="repository-container-header" hidden></div><p>Words of a repository, and more of them in every line, so that there is something to read and to cover.</p></main></body></html>`;

/** The crumbs without React, for what a page does to them by hand. */
export const crumbs = (owner = 'axolotl-ai-cloud', name = 'axolotl'): string =>
  `<header class="GlobalNav" style="display:flex;padding:12px;gap:12px;background:#f6f8fa"><div style="display:flex;flex:1"><nav aria-label="Breadcrumbs"><ol style="display:flex;gap:8px;margin:0;padding:0;list-style:none"><li><a href="/${owner}">${owner}</a></li><li><a href="/${owner}/${name}">${name}</a></li></ol></nav><button style="margin-left:auto">Search</button></div></header>`;

export const pypiPage = ({ style = '', before = '', attributes = '' } = {}): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>axolotl · PyPI</title><link rel="icon" href="data:,"><style>body { margin: 0; font: 16px/1.5 sans-serif } ${style}</style></head><body ${attributes}>${before}<header class="site-header" style="padding: 14px; background: #0073b7"><form><input id="search" style="width: 400px" placeholder="Search"></form></header>
<main id="content"><div class="banner"><div class="project-header" style="padding: 30px"><h1 class="project-header__name" style="margin: 0">axolotl 0.18.0</h1><p>A tool for tests, with a summary of one line</p></div></div><p>Words of a description, and more of them in every line, so that there is something to read and to cover.</p></main></body></html>`;
