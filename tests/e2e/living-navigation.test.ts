import { frameworkScript, reactServer, type React } from '../../harness/living/bundles.ts';
import { expect } from 'vitest';
import { inBadge } from '../../harness/badge.ts';
import { holds, type Expected, type State } from '../../harness/living/state.ts';
import { axolotlWords, sam3Words } from './badge-words.ts';
import { axolotl, inEachBrowser } from './extension-test.ts';
import { crumbs, docs, docsPage, githubPage, livingTest } from './living-test.ts';

const test = livingTest('react-18', 'react-19');

const axolotls = axolotlWords;
const other = sam3Words;
const crumb: Expected = { put: 'float', beside: 'nav ol', reads: axolotls };
const otherCrumb: Expected = { put: 'float', beside: 'nav ol', reads: other };
const gone: Expected = { put: 'hidden' };
const sam3 = '/facebookresearch/sam3';

/** GitHub's bar, taken over by one version of React with the load event. */
async function repository(version: React, then: State['then']): Promise<State> {
  const props = { parts: ['axolotl-ai-cloud', 'axolotl'] };
  const html = (await reactServer(version)).html('GitHubBar', props);
  const script = `<script>addEventListener('load', () => react${version}.hydratePartial(${JSON.stringify(props)}))</script>`;
  return {
    at: axolotl,
    body: githubPage(html).replace('</body>', () => `${script}</body>`),
    once: "typeof setApp === 'function'",
    arrives: crumb,
    ...(then && { then }),
  };
}

/** What GitHub's own code does with its bar; each runs in the page. */
const changes: Record<string, State['then']> = {
  'renames its crumbs 250 ms behind the address': [
    [
      `history.pushState({}, '', '${sam3}');
       setTimeout(() => setApp({ parts: ['facebookresearch', 'sam3'] }), 250)`,
      otherCrumb,
    ],
    [`history.back(); setTimeout(() => setApp({ parts: ['axolotl-ai-cloud', 'axolotl'] }), 250)`, crumb],
  ],
  'renames its crumbs before the address': [
    [
      `setApp({ parts: ['facebookresearch', 'sam3'] });
       setTimeout(() => history.pushState({}, '', '${sam3}'), 100)`,
      otherCrumb,
    ],
  ],
  'renames its crumbs with the address': [
    [`history.pushState({}, '', '${sam3}'); setApp({ parts: ['facebookresearch', 'sam3'] })`, otherCrumb],
  ],
  'goes to a repository that has no verdict': [
    [
      `history.pushState({}, '', '/someone/something-with-a-name-that-is-long');
       setTimeout(() => setApp({ parts: ['someone', 'something-with-a-name-that-is-long'] }), 100)`,
      gone,
    ],
    [`history.back(); setTimeout(() => setApp({ parts: ['axolotl-ai-cloud', 'axolotl'] }), 100)`, crumb],
  ],
  'goes to a page that is no repository, and its crumbs leave': [
    [`history.pushState({}, '', '/topics/llm'); setApp({ gone: true })`, { ...gone, mayGo: 'nav' }],
  ],
  'goes to another repository one after the other': [
    [
      `history.pushState({}, '', '${sam3}'); history.pushState({}, '', '/someone/something');
       history.pushState({}, '', '${sam3}');
       setTimeout(() => setApp({ parts: ['facebookresearch', 'sam3'] }), 120)`,
      otherCrumb,
    ],
  ],
  'shows a lock': [
    ['setApp({ lock: true })', crumb],
    ['setApp({ lock: false })', { ...crumb, mayGo: '#lock' }],
  ],
  'folds its crumbs': [
    ['setApp({ fold: true })', { ...crumb, mayGo: 'ol' }],
    ['setApp({ fold: false })', { ...crumb, mayGo: 'ol' }],
  ],
  'swaps its whole navigation': [['setApp({ key: 1 })', { ...crumb, mayGo: 'nav' }]],
  'renders its header anew': [['setApp({ bar: 1 })', { ...crumb, mayGo: 'header' }]],
  'takes its crumbs away and brings them back': [
    ['setApp({ gone: true }); setTimeout(() => setApp({ gone: false }), 200)', { ...crumb, mayGo: 'nav' }],
  ],
  'takes its crumbs away for good': [['setApp({ gone: true })', { put: 'anywhere', mayGo: 'nav' }]],
};

/** A page that Turbo drives, by its address. */
const turboPage = (url: string, name: string, head = ''): State => ({
  at: `${docs}${url}`,
  body: docsPage({ after: `<p id="here">${name}</p>` }).replace(
    '</head>',
    () => `<script src="/turbo.js"></script>${head}</head>`,
  ),
  arrives: { put: 'float', beside: 'header a[href="/"]' },
});

const named: Expected = { put: 'float', beside: 'header a[href="/"]' };
const replaced: Expected = { ...named, mayGo: 'body' };
const visit = (url: string, options = '') =>
  `return new Promise((done) => { addEventListener('turbo:load', done, { once: true }); turbo.visit('${url}'${options}) })`;
const back = `return new Promise((done) => { addEventListener('turbo:load', done, { once: true }); history.back() })`;
const forward = back.replace('back', 'forward');
const morphs = `<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">`;

const visits: Record<string, State> = {
  'goes on, back and forward': {
    ...turboPage('/one', 'one'),
    then: [
      [visit('/two'), replaced],
      [visit('/three'), replaced],
      [back, replaced],
      [back, replaced],
      [forward, replaced],
    ],
  },
  'shows a page that it knows before the new one comes': {
    ...turboPage('/one', 'one'),
    then: [
      [visit('/two'), replaced],
      [visit('/one'), replaced],
      [visit('/two'), replaced],
    ],
  },
  'puts the page in the place of the one before': {
    ...turboPage('/one', 'one'),
    then: [[visit('/two', ", { action: 'replace' }"), replaced]],
  },
  'writes a page over itself': {
    ...turboPage('/one', 'one'),
    then: [[visit('/one', ", { action: 'replace' }"), replaced]],
  },
};
const morphing: State = {
  ...turboPage('/morph', 'morph', morphs),
  then: [
    [visit('/morph', ", { action: 'replace' }"), named],
    [visit('/morph', ", { action: 'replace' }"), named],
  ],
};

/** What the content of a page does to it by hand, as frameworks without a server do. */
const byHand: Record<string, State> = {
  'crumbs are renamed in place by hand': {
    at: axolotl,
    body: githubPage(crumbs(), { isLoaded: true }),
    arrives: crumb,
    then: [
      [
        `history.pushState({}, '', '${sam3}');
         setTimeout(() => { const [a, b] = document.querySelectorAll('ol a');
           a.firstChild.data = 'facebookresearch'; a.href = '/facebookresearch';
           b.firstChild.data = 'sam3'; b.href = '${sam3}'; }, 250)`,
        otherCrumb,
      ],
    ],
  },
  'crumbs are renamed and their links follow later': {
    at: axolotl,
    body: githubPage(crumbs(), { isLoaded: true }),
    arrives: crumb,
    then: [
      [
        `history.pushState({}, '', '${sam3}');
         const [a, b] = document.querySelectorAll('ol a');
         a.firstChild.data = 'facebookresearch'; b.firstChild.data = 'sam3';
         setTimeout(() => { a.href = '/facebookresearch'; b.href = '${sam3}' }, 150)`,
        otherCrumb,
      ],
    ],
  },
  'crumbs go out of the window’s width': {
    at: axolotl,
    body: githubPage(
      crumbs().replace('<ol style="', '<ol style="max-width: 160px; overflow: hidden; white-space: nowrap; '),
      {
        isLoaded: true,
      },
    ),
    arrives: crumb,
    then: [
      [
        `history.pushState({}, '', '${sam3}');
         const [a, b] = document.querySelectorAll('ol a');
         a.firstChild.data = 'facebookresearch'; b.firstChild.data = 'sam3'; a.href = '/facebookresearch'; b.href = '${sam3}'`,
        { put: 'anywhere', reads: other },
      ],
    ],
  },
  'the body is written anew': {
    at: `${docs}/boosted`,
    body: docsPage(),
    arrives: named,
    then: [
      [
        'const { innerHTML } = document.body; document.body.innerHTML = innerHTML',
        { ...named, mayGo: 'body' },
      ],
      ['document.body.replaceWith(document.body.cloneNode(true))', { ...named, mayGo: 'body' }],
    ],
  },
  'whatever the page did not expect in its root is removed': {
    at: `${docs}/claimed`,
    body: docsPage({ before: '<div id="app">', after: '</div>' }),
    arrives: named,
    then: [
      [
        `const app = document.querySelector('#app');
         for (const each of [...app.childNodes]) if (!each.matches?.('header, main')) each.remove()`,
        named,
      ],
      [`for (const each of [...document.body.children]) if (each.id !== 'app') each.remove()`, named],
    ],
  },
  'nodes are claimed in order, and an unknown one is an error': {
    at: `${docs}/claims`,
    body: docsPage({ before: '<div id="app">', after: '</div>' }),
    arrives: named,
    then: [
      [
        `const found = [...document.querySelectorAll('#app, #app > *, #app header *')].map((each) => each.localName).join();
         if (found !== 'div,header,a,span,a,main') throw new Error('unknown nodes: ' + found)`,
        named,
      ],
    ],
  },
  'a page transition lies over the page': {
    at: `${docs}/transition`,
    body: docsPage({ style: '::view-transition-group(*) { animation-duration: .2s }' }),
    arrives: named,
    then: [
      [
        `return document.startViewTransition?.(() => { document.querySelector('main').style.paddingTop = '90px' }).finished`,
        named,
      ],
    ],
  },
};

/** Lets the page change, and says what each frame from then on shows of the verdict, if anything, and the last crumb. */
async function pairsInFrames(root: ShadowRoot, frames: number): Promise<[verdict: string, name: string][]> {
  const pairs: [string, string][] = [];
  document.dispatchEvent(new Event('watched'));
  for (let n = 0; n < frames; n += 1) {
    await new Promise(requestAnimationFrame);
    // Behind the painting of this frame.
    await new Promise((done) => setTimeout(done));
    const isShown = root.host.isConnected && root.host.checkVisibility({ visibilityProperty: true });
    const texts = [...root.querySelectorAll<HTMLElement>('button [data-text]')].flatMap((each) =>
      each.checkVisibility() ? each.dataset.text : [],
    );
    pairs.push([
      isShown ? texts.join(' ') : '',
      document.querySelector('ol li:last-child')?.textContent ?? '',
    ]);
  }
  return pairs;
}

inEachBrowser('while one goes from page to page, the badge stands beside the right name where', () => {
  for (const version of ['18', '19'] as const)
    test.for(Object.entries(changes))(`React ${version} on GitHub %s`, async ([, then], { proves }) =>
      proves(await repository(version, then)),
    );

  test('never is a verdict beside another name', async ({ proves, tab }) => {
    await proves(await repository('19', undefined));
    const steps: [path: string, parts: string[], isAddressFirst: boolean][] = [
      [sam3, ['facebookresearch', 'sam3'], true],
      ['/axolotl-ai-cloud/axolotl', ['axolotl-ai-cloud', 'axolotl'], true],
      [sam3, ['facebookresearch', 'sam3'], false],
      ['/axolotl-ai-cloud/axolotl', ['axolotl-ai-cloud', 'axolotl'], false],
    ];
    for (const [path, parts, isAddressFirst] of steps) {
      const does = [`history.pushState({}, '', '${path}')`, `setApp(${JSON.stringify({ parts })})`];
      const [now, later] = isAddressFirst ? does : does.reverse();
      const change = `living.change(() => { ${now}; setTimeout(() => { ${later} }, 200) })`;
      await tab.evaluate(`document.addEventListener('watched', () => { ${change} }, { once: true })`);
      const pairs = await inBadge(tab, pairsInFrames, 30);
      const wrong = pairs.map(
        ([verdict, name]) => verdict !== '' && verdict !== (name === 'sam3' ? other : axolotls),
      );
      // The frame that shows a change may be painted before anything can hear of it.
      expect(wrong.some((is, n) => is && wrong[n + 1])).toBe(false);
      await holds(tab, path === sam3 ? otherCrumb : crumb);
    }
  });

  test.beforeAll(async ({ web }) => {
    const headers = { 'content-type': 'text/javascript' };
    web.answer('docs.litellm.ai/turbo.js', { body: await frameworkScript('turbo'), headers });
    for (const name of ['one', 'two', 'three']) {
      const moved = `<style>header { padding-left: ${name.length * 30}px !important }</style>`;
      web.answer(`docs.litellm.ai/${name}`, { body: turboPage('', name, moved).body });
    }
  });

  test.for(Object.entries(visits))('Turbo %s', ([, state], { proves }) => proves(state));

  test('Turbo morphs a page into its newer self', ({ proves }) => proves(morphing));

  test.for(Object.entries(byHand))('%s', async ([, state], { proves }) => proves(state));
});
