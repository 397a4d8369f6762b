import { expect } from 'vitest';
import { reactServer, type Props, type React, type Tree } from '../../harness/living/bundles.ts';
import { holds, type Expected, type State } from '../../harness/living/state.ts';
import { until } from '../../harness/until.ts';
import { axolotl, inEachBrowser } from './extension-test.ts';
import { docs, githubPage, inPieces, livingTest } from './living-test.ts';

const crumb: Expected = { put: 'float', beside: 'nav ol' };
const name: Expected = { put: 'float', beside: 'header a[href="/"]' };
const hydrated = "typeof setApp === 'function'";

/** When a page's own script does something, as the page would write it. */
const at = {
  'while the page is parsed': (does: string) => does,
  'before the load event': (does: string) =>
    `document.addEventListener('DOMContentLoaded', () => { ${does} })`,
  'with the load event': (does: string) => `addEventListener('load', () => { ${does} })`,
  'a frame later': (does: string) =>
    `addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => { ${does} })))`,
  'once the page was idle': (does: string) =>
    `addEventListener('load', () => requestIdleCallback(() => { ${does} }))`,
  '300 ms later': (does: string) => `addEventListener('load', () => setTimeout(() => { ${does} }, 300))`,
  'once the badge stands': (does: string) => `addEventListener('load', async () => {
    while (!living.latest()?.box) await living.painted(1);
    await living.painted(2);
    ${does} })`,
};
type When = keyof typeof at;

const json = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');
const withScript = (html: string, script: string) =>
  html.includes('</body>')
    ? html.replace('</body>', () => `<script>${script}</script></body>`)
    : `${html}<script>${script}</script>`;

const test = livingTest('react-18', 'react-19');

for (const version of ['18', '19'] as const satisfies React[]) {
  const react = `react${version}`;
  const server = reactServer(version);

  /** GitHub's bar from its server, which `does` takes over. */
  const repository = async (when: When, does: string, props: Props = {}): Promise<State> => {
    const html = (await server).html('GitHubBar', { parts: ['axolotl-ai-cloud', 'axolotl'], ...props });
    return {
      at: axolotl,
      body: withScript(githubPage(html), at[when](does)),
      arrives: crumb,
      once: hydrated,
    };
  };
  const partial = (props: Props = {}) =>
    `${react}.hydratePartial(${json({ parts: ['axolotl-ai-cloud', 'axolotl'], ...props })})`;

  /** A product's page from its server, in a root of its own or as the whole document. */
  const product = async (
    when: When,
    root: string,
    props: Props = {},
    does = 'hydrate',
    client = props,
  ): Promise<State> => {
    const which: Tree = root === 'document' ? 'WholePage' : 'Content';
    const all = { name: 'LiteLLM', ...props };
    const html = (await server).html(which, all);
    const body =
      root === 'document'
        ? `<!doctype html>${html}`
        : `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Docs</title><link rel="icon" href="data:,"></head><body style="margin: 0">${root === 'body' ? html : `<div id="root">${html}</div>`}</body></html>`;
    const run = `${react}.${does}(${json(root)}, ${json(which)}, ${json({ name: 'LiteLLM', ...client })})`;
    return {
      at: `${docs}/app`,
      body: withScript(body, at[when](run)),
      arrives: name,
      once: hydrated,
      then: [['setApp()', name]],
    };
  };

  const states: Record<string, Promise<State>> = {
    ...Object.fromEntries(
      (Object.keys(at) as When[]).map((when) => [
        `GitHub’s bar is taken over ${when}`,
        repository(when, partial()),
      ]),
    ),
    'GitHub’s bar has its class before it is taken over': repository(
      'with the load event',
      `document.querySelector('react-partial').classList.add('loaded'); requestAnimationFrame(() => ${partial()})`,
    ),
    'GitHub’s bar gets its class a frame after it was taken over': repository(
      'with the load event',
      `${react}.hydrate('[data-target="react-partial.reactRoot"]', 'GitHubBar', ${json({ parts: ['axolotl-ai-cloud', 'axolotl'] })});
       requestAnimationFrame(() => document.querySelector('react-partial').classList.add('loaded'))`,
    ),
    'GitHub’s bar is rendered twice, as in development': repository(
      '300 ms later',
      partial({ strict: true }),
      {
        strict: true,
      },
    ),
    'GitHub’s bar differs from what its server sent': repository(
      '300 ms later',
      partial({ wrong: 'Find' }),
    ).then((state) => ({
      ...state,
      arrives: { ...crumb, fails: 'recoverable', mayGo: 'react-partial' },
    })),
    'GitHub’s bar is rendered anew in place of the server’s': repository(
      '300 ms later',
      `${react}.render('[data-target="react-partial.reactRoot"]', 'GitHubBar', ${json({ parts: ['axolotl-ai-cloud', 'axolotl'] })});
       document.querySelector('react-partial').classList.add('loaded')`,
    ).then((state) => ({ ...state, arrives: { ...crumb, mayGo: 'react-partial' } })),

    ...Object.fromEntries(
      (Object.keys(at) as When[])
        .filter((when) => when !== 'while the page is parsed')
        .flatMap((when) => [
          [`the document is taken over ${when}`, product(when, 'document')],
          [`a root in the page is taken over ${when}`, product(when, '#root')],
        ]),
    ),
    'the body is taken over once the badge stands': product('once the badge stands', 'body'),
    'the document is rendered twice, as in development': product('once the badge stands', 'document', {
      strict: true,
    }),
    'the document differs from what its server sent': product(
      'once the badge stands',
      'document',
      {},
      'hydrate',
      {
        wrong: 'Other words',
      },
    ).then((state) => ({
      ...state,
      arrives: { ...name, fails: 'recoverable', mayGo: 'html' },
      then: [],
    })),
    'a root in the page differs from what its server sent': product(
      'once the badge stands',
      '#root',
      {},
      'hydrate',
      {
        wrong: 'Other words',
      },
    ).then((state) => ({ ...state, arrives: { ...name, fails: 'recoverable', mayGo: '#root' }, then: [] })),
    'a root in the page is rendered anew': product('once the badge stands', '#root', {}, 'render').then(
      (state) => ({
        ...state,
        arrives: { ...name, mayGo: '#root' },
      }),
    ),
    'the body is rendered anew': product('once the badge stands', 'body', {}, 'render').then((state) => ({
      ...state,
      arrives: { ...name, mayGo: 'body' },
    })),
    'a portal stands behind the badge': product('once the badge stands', 'document', { portal: true }),
    'the bar is taken over after everything else': product(
      'once the badge stands',
      'document',
      {},
      'hydrate',
      {
        slowBar: true,
      },
    ).then((state) => ({
      ...state,
      then: [
        ['setApp()', name],
        ['release.bar()', name],
        ['setApp()', name],
      ],
    })),
    'a part below is taken over after everything else': product(
      'before the load event',
      'document',
      {},
      'hydrate',
      {
        slowComments: true,
      },
    ).then((state) => ({
      ...state,
      then: [
        ['release.comments()', name],
        ['setApp()', name],
      ],
    })),
  };

  inEachBrowser(`React ${version} finds its page as its server sent it where`, () => {
    test.for(Object.entries(states))('%s', async ([, state], { proves, tab }) => {
      const { then, ...rest } = await state;
      await proves({ ...rest, ...(then && { then }) });
      if (then?.length)
        expect(await tab.$eval('#count', ({ textContent }) => textContent)).toMatch(/Count [12]/);
    });

    test('text is kept that was typed before the page was taken over', async ({ proves, tab }) => {
      const state = await product('with the load event', 'document');
      const wait = state.body.replace("addEventListener('load', () =>", "addEventListener('taken', () =>");
      await proves({ ...state, body: wait, once: 'true', then: [] });
      await tab.type('#typed', 'how do I');
      await tab.evaluate("dispatchEvent(new Event('taken'))");
      await until('React', () => tab.evaluate(hydrated) as Promise<boolean>);
      await holds(tab, name);
      expect(await tab.$eval('#typed', (field) => (field as HTMLInputElement).value)).toBe('how do I');
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe('typed');
    });

    test('the page comes in pieces, the first of which is taken over', async ({ tab, web }) => {
      const props = { name: 'LiteLLM' };
      const script = `living.begin(); ${react}.hydrate('document', 'WholePage', ${json(props)})`;
      const [shell = '', ...rest] = await (
        await server
      ).pieces('WholePage', { ...props, slowComments: true }, script);
      let end = () => {};
      web.serve(new URL(inPieces).host, (path, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        if (path !== '/pieces') return void response.end('<!doctype html><title>Nothing</title>');
        response.write(`${shell}<!-- ${'.'.repeat(2000)} -->`);
        end = () => response.end(rest.join(''));
      });
      const arrived = tab.goto(`${inPieces}/pieces`);
      const first = `location.pathname === '/pieces' && ${hydrated}`;
      await until('the first piece', () => tab.evaluate(first) as Promise<boolean>);
      expect(await tab.evaluate(() => document.querySelector('#comments'))).toBeNull();
      end();
      await arrived;
      await until('the rest', () => tab.evaluate(() => document.querySelector('#comments') !== null));
      await holds(tab, { ...name, mayGo: '#fallback' });
    });
  });
}
