import type { Expected, State } from '../../harness/living/state.ts';
import { axolotl, inEachBrowser } from './extension-test.ts';
import { crumbs, docs, docsPage, githubPage, livingTest, pypi, pypiPage } from './living-test.ts';

const test = livingTest();

const name: Expected = { put: 'float', beside: 'header a[href="/"]' };
// Where the page's style would distort it, the corner will do.
const somewhere: Expected = { put: 'seen' };

/** What a page may say of elements of its own, which then meets ours too. */
const rules = [
  '.site-header span { display: none }',
  '.site-header span { position: relative; top: -1px }',
  '.site-header span { opacity: 0 }',
  'span { display: none !important }',
  'span { display: block !important; width: 100% !important; height: 4px !important }',
  'span { position: static !important; float: left !important }',
  'span { position: relative !important; top: -40px !important; left: 900px !important }',
  'span { font-size: 0 !important; line-height: 0 !important }',
  'span { color: red !important; background: yellow !important; padding: 30px !important; margin: 30px !important; border: 9px solid !important }',
  'span:empty { display: none !important }',
  'span[class] { width: 0 !important; overflow: hidden !important }',
  'span { animation: spin 1s infinite linear !important } @keyframes spin { to { rotate: 360deg; opacity: .2 } }',
  '* { transition: all .4s !important }',
  'span { inset: auto !important; z-index: -1 !important }',
  'span { contain: strict !important; content-visibility: hidden !important }',
  'span { will-change: transform; contain: paint !important; clip-path: inset(50%) !important }',
  'span { pointer-events: none !important; user-select: none !important }',
  'span { transform: scale(3) !important; zoom: 2 !important; scale: 2 !important }',
  'span { max-width: 0 !important; max-height: 0 !important; min-width: 0 !important }',
  'span { columns: 3 !important; writing-mode: vertical-rl !important }',
  'header * { position: relative; top: -3px }',
  'header * { display: block }',
  'header > * { flex: 1 1 0 }',
  'body > * { max-width: 600px; margin: 0 auto; display: block }',
  'body > * { position: relative; z-index: 0 }',
  'body > * { transform: translateZ(0) }',
  'body > :not(header, main) { display: none !important }',
  'body > :last-child { margin-bottom: 90px; min-height: 300px !important; background: #eee !important }',
  'body > span { visibility: hidden !important }',
  ':last-child { border-bottom: 5px solid !important; padding-bottom: 20px !important }',
  'main:last-child { padding-bottom: 200px }',
  'html { overflow: hidden; height: 100% } body { overflow: auto; height: 100%; position: relative }',
  'html { zoom: 1 } body { display: flex; flex-direction: column; min-height: 100vh } body > * { flex: 1 }',
  'body { display: grid; grid-template-rows: auto 1fr; grid-auto-rows: 200px; gap: 20px }',
  'body { columns: 2 }',
  'body { contain: layout paint; height: 400px }',
  'body { will-change: transform; margin: 20px }',
  '.site-header { filter: drop-shadow(0 1px 2px #0004) }',
  '.site-header { contain: paint; overflow: hidden }',
  '.site-header { backdrop-filter: blur(4px); background: #fffc; position: sticky; top: 0; z-index: 50 }',
  '.site-header { overflow: hidden; height: 30px; white-space: nowrap }',
  '.site-header { isolation: isolate; z-index: 2147483647; position: relative }',
  '.site-header { line-height: 70px; font-size: 30px }',
  '.site-header a { display: inline-block; padding: 8px 30px 8px 8px; margin-right: 30px }',
  '.site-header a { text-indent: -9999px; width: 120px; display: block; overflow: hidden }',
  '.site-header { direction: rtl }',
  '.site-header { writing-mode: horizontal-tb; transform: skewX(0deg) }',
  '.site-header { opacity: .95 }',
  '.site-header { clip-path: inset(0) }',
  '.site-header { visibility: hidden } .site-header a { visibility: visible }',
];

/** The same after the badge stands: a theme or a style sheet of another extension that comes late. */
const late = [
  '* { animation: spin 1s infinite linear } @keyframes spin { to { translate: 300px 0 } }',
  'span { display: none !important }',
  '.site-header span, body > span { opacity: 0 !important }',
  'body > * { transform: translateY(30px) }',
  'body { zoom: 1.25 }',
  'body { filter: invert(1) hue-rotate(180deg) }',
  'html { filter: invert(1) }',
  'body { opacity: 0 }',
  'body { visibility: hidden }',
  '.site-header { visibility: hidden }',
  '.site-header { opacity: 0 }',
  '.site-header { display: none }',
  '.site-header a { clip-path: inset(50%) }',
  '.site-header { filter: blur(9px) }',
  '.site-header { height: 0; padding: 0; overflow: hidden }',
];
const seenOrHidden: Expected = { put: 'anywhere' };

const darkPages: Record<string, State> = {
  body: {
    at: `${docs}/dark`,
    body: docsPage({ style: 'body { background: #0b0d10; color: #eee } .site-header { background: none }' }),
    arrives: name,
  },
  root: {
    at: `${docs}/dark`,
    body: docsPage({ style: 'html { background: #0b0d10; color: #eee } .site-header { background: none }' }),
    arrives: name,
  },
  bar: {
    at: `${docs}/dark`,
    body: docsPage({ style: '.site-header { background: rgb(20 20 30); color: #eee }' }),
    arrives: name,
  },
};

inEachBrowser(
  'the badge keeps its size and its place, or goes to the corner, where a page’s style says',
  () => {
    test.for(rules)('%s', (rule, { proves }) =>
      proves({ at: `${docs}/style`, body: docsPage({ style: rule }), arrives: somewhere }),
    );

    test.for(late)('later %s', (rule, { proves }) =>
      proves({
        at: `${docs}/late-style`,
        body: docsPage(),
        arrives: name,
        then: [
          [
            `document.head.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(rule)} }))`,
            seenOrHidden,
          ],
        ],
      }),
    );

    test.for(rules.filter((rule) => !rule.includes('.site-header')).slice(0, 12))(
      'on GitHub %s',
      (rule, { proves }) =>
        proves({
          at: axolotl,
          body: githubPage(crumbs(), { isLoaded: true, style: rule }),
          arrives: somewhere,
        }),
    );

    test.for(rules.filter((rule) => !rule.includes('.site-header')).slice(12, 24))(
      'on PyPI %s',
      (rule, { proves }) => proves({ at: pypi, body: pypiPage({ style: rule }), arrives: somewhere }),
    );
  },
);
void darkPages;
