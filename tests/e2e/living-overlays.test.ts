import type { Expected, State } from '../../harness/living/state.ts';
import { axolotl, inEachBrowser } from './extension-test.ts';
import { bar, crumbs, docs, docsPage, githubPage, livingTest } from './living-test.ts';

const test = livingTest();

const name: Expected = { put: 'float', beside: 'header a[href="/"]' };
const corner: Expected = { put: 'corner' };
const under: Expected = { put: 'hidden' };

const page = (parts: Parameters<typeof docsPage>[0] = {}) => ({
  at: `${docs}/overlays`,
  body: docsPage(parts),
});
const inCorner = (parts: Parameters<typeof docsPage>[0] = {}) => ({
  at: `${docs}/corner`,
  body: docsPage({ header: bar('<a href="/">Docs</a>'), ...parts }),
});

/** Adds an element whose style is this, and that says this. */
const add = (style: string, inside = 'Lies over the page', id = 'over', into = 'document.body') =>
  `const over = Object.assign(document.createElement('div'), { id: '${id}', innerHTML: ${JSON.stringify(inside)} });
   over.style.cssText = ${JSON.stringify(style)};
   ${into}.append(over);`;
const removed = (expected: Expected, id = 'over'): [string, Expected] => [
  `document.querySelector('#${id}').remove()`,
  { ...expected, mayGo: `#${id}` },
];

const whole = 'position: fixed; inset: 0; background: #fff; padding: 8px 120px;';
const menu =
  'position: absolute; left: 80px; top: 8px; width: 400px; height: 200px; background: #fff; border: 1px solid;';
const chat =
  'position: fixed; right: 20px; bottom: 20px; width: 56px; height: 56px; border-radius: 50%; background: #06c';
const cookies = 'position: fixed; left: 0; right: 0; bottom: 0; padding: 20px; background: #222; color: #fff';

const states: Record<string, State> = {
  'a modal dialog': {
    ...page({
      after:
        '<dialog id="dialog" style="width: 100vw; height: 100vh; max-width: none; max-height: none; inset: 0; margin: 0; border: 0"><p>Search the docs</p></dialog>',
    }),
    arrives: name,
    then: [
      ["document.querySelector('#dialog').showModal()", under],
      ["document.querySelector('#dialog').close()", name],
    ],
  },
  'a small modal dialog beside it': {
    ...page({ after: '<dialog id="dialog"><p>Search the docs</p></dialog>' }),
    arrives: name,
    then: [
      ["document.querySelector('#dialog').showModal()", { put: 'anywhere' }],
      ["document.querySelector('#dialog').close()", name],
    ],
  },
  'a popover in the top layer': {
    ...page({ after: `<div id="menu" popover style="${menu} inset: auto; left: 80px; top: 0">Menu</div>` }),
    arrives: name,
    then: [
      ["document.querySelector('#menu').showPopover()", under],
      ["document.querySelector('#menu').hidePopover()", name],
    ],
  },
  ...Object.fromEntries(
    ['auto', '1', '2', '10', '999', '2147483647'].map((level) => [
      `a fixed layer over all, z-index ${level}`,
      {
        ...page(),
        arrives: name,
        then: [[add(`${whole} z-index: ${level}`), under], removed(name)],
      } satisfies State,
    ]),
  ),
  'a fixed layer that is first in the page': {
    ...page({ before: `<div id="first" style="${whole} z-index: 5; display: none">Loading</div>` }),
    arrives: name,
    then: [
      ["document.querySelector('#first').style.display = ''", under],
      ["document.querySelector('#first').style.display = 'none'", name],
    ],
  },
  'a layer that lets clicks through': {
    ...page(),
    arrives: name,
    then: [
      [
        add('position: fixed; inset: 0; background: #0003; z-index: 9; pointer-events: none', ''),
        { put: 'anywhere' },
      ],
    ],
  },
  'a layer over a bar that has a level of its own': {
    ...page({ style: '.site-header { position: sticky; top: 0; z-index: 100 }' }),
    arrives: name,
    then: [[add(`${whole} z-index: 101`), under], removed(name)],
  },
  'a menu of the bar, which opens over the space behind the name': {
    ...page({ style: '.site-header { position: relative; z-index: 100 }' }),
    arrives: name,
    then: [
      [
        add(
          `${menu} z-index: 5`,
          '<a href="/a">First</a><br><a href="/b">Second</a>',
          'over',
          "document.querySelector('header')",
        ),
        { put: 'anywhere', slow: true },
      ],
      removed({ put: 'anywhere' }),
    ],
  },
  'a menu that was there, hidden': {
    ...page({
      header: bar(
        '<a href="/">LiteLLM</a>',
        `<div id="menu" hidden style="${menu} z-index: 7"><a href="/a">First</a></div><a href="/search">Search</a>`,
      ),
    }),
    arrives: name,
    then: [
      ["document.querySelector('#menu').hidden = false", { put: 'anywhere', slow: true }],
      ["document.querySelector('#menu').hidden = true", { put: 'anywhere' }],
    ],
  },
  'the bar, with everything beside a dialog, is inert': {
    ...page(),
    arrives: name,
    then: [
      [
        `document.querySelector('header').inert = document.querySelector('main').inert = true; ${add(`${whole} z-index: 3`)}`,
        under,
      ],
      removed({ put: 'anywhere' }),
      ["document.querySelector('header').inert = document.querySelector('main').inert = false", name],
    ],
  },
  'a sidebar of the page that slides in over the bar': {
    ...page({
      style:
        '#side { position: fixed; left: -400px; top: 0; bottom: 0; width: 400px; background: #fff; transition: left .2s; z-index: 20 } .open #side { left: 0 }',
      before: '<div id="side"><p>Chapters</p></div>',
    }),
    arrives: name,
    then: [
      ["document.body.classList.add('open')", under],
      ["document.body.classList.remove('open')", name],
    ],
  },
  'GitHub’s search over its bar': {
    at: axolotl,
    body: githubPage(crumbs(), { isLoaded: true }),
    arrives: { put: 'float', beside: 'nav ol' },
    then: [
      [add(`${menu} z-index: 30; top: 0; left: 0; width: 900px`, '<input placeholder="Search">'), under],
      removed({ put: 'float', beside: 'nav ol' }),
    ],
  },
  'the corner under a chat button': {
    ...inCorner({ after: `<button style="${chat}" aria-label="Chat">?</button>` }),
    arrives: corner,
  },
  'the corner when a chat button comes later': {
    ...inCorner(),
    arrives: corner,
    then: [
      [add(chat, '<button style="width: 56px; height: 56px">?</button>'), { put: 'anywhere', slow: true }],
    ],
  },
  'the corner above a bar about cookies': {
    ...inCorner({
      after: `<div style="${cookies}">We use cookies <button>Accept</button> <button>Reject</button></div>`,
    }),
    arrives: { put: 'anywhere' },
  },
  'the corner when a bar about cookies comes later': {
    ...inCorner(),
    arrives: corner,
    then: [
      [
        add(cookies, 'We use cookies <button style="float: right">Accept</button>'),
        { put: 'anywhere', slow: true },
      ],
    ],
  },
  'the corner of a window that is 400 px wide': {
    ...inCorner({ after: `<button style="${chat}">?</button>`, style: 'main { height: 900px }' }),
    viewport: { width: 400, height: 800 },
    arrives: { put: 'anywhere' },
  },
  'the corner at 200 %': {
    ...inCorner({ after: `<button style="${chat}">?</button>` }),
    viewport: { width: 640, height: 400, deviceScaleFactor: 2 },
    arrives: { put: 'anywhere' },
  },
  'the corner of a window that is 400 px wide, with buttons in it': {
    ...inCorner({
      after:
        '<footer style="position: fixed; left: 0; right: 0; bottom: 0; display: flex; background: #eee">' +
        '<button style="flex: 1; height: 56px">Home</button><button style="flex: 1; height: 56px">Search</button><button style="flex: 1; height: 56px">Account</button></footer>',
    }),
    viewport: { width: 400, height: 800 },
    arrives: { put: 'anywhere' },
  },
};

inEachBrowser('the badge lies under what lies over a page, and over no control:', () => {
  test.for(Object.entries(states))('%s', ([, state], { proves }) => proves(state));
});
