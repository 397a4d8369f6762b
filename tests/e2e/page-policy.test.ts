import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { policyViolations } from '../../harness/policy-violations.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

/** Every page of our own, and a text that it shows once it is complete. */
const pages = {
  'popup.html': 'All tools',
  'compare.html#axolotl/sam3': 'Axolotl',
  'catalog.html': 'Axolotl',
  'tool.html#axolotl': 'Axolotl',
  'news.html': 'What’s new',
  'options.html': 'Settings',
  'welcome.html': 'Hullmark',
  'methodology.html': 'reviews',
  'verdict-changes.html': 'verdicts',
};

const shows = (page: Page, word: string) =>
  until(word, () => page.evaluate((part) => document.documentElement.innerText.includes(part), word));

type Refused = { refused: Set<string> };

/** Does what a script that got into one of our pages would do, and notes the directives that refuse it. */
function attempt(): void {
  const refused = ((globalThis as unknown as Refused).refused = new Set<string>());
  document.addEventListener('securitypolicyviolation', (event) => refused.add(event.effectiveDirective));
  const foreign = 'https://foreign.example/';
  const add = (name: string, properties: object) =>
    document.head.append(Object.assign(document.createElement(name), properties));
  const attempts = [
    () => add('img', { src: `${foreign}a.png` }),
    () => add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
    () => fetch(`${foreign}a.json`),
    () => fetch('http://foreign.example/a.json'),
    () => navigator.sendBeacon(`${foreign}beacon`, 'x'),
    () => new WebSocket('wss://foreign.example/'),
    () => new EventSource(`${foreign}events`),
    () => add('iframe', { src: foreign }),
    () => add('object', { data: `${foreign}a.svg` }),
    () => add('script', { src: `${foreign}a.js` }),
    () => add('script', { textContent: 'globalThis.ran = true' }),
    () => new Worker(`${foreign}worker.js`),
    () => setTimeout('globalThis.ran = true' as unknown as () => void),
    () => (document.body.innerHTML += '<img src=x onerror="globalThis.ran = true">'),
    () => add('link', { rel: 'stylesheet', href: `${foreign}a.css` }),
    () => add('style', { textContent: 'body { color: red }' }),
    () => document.body.setAttribute('style', `background: url(${foreign}style.png)`),
    () => (document.body.style.backgroundImage = `url(${foreign}object-model.png)`),
    () => new FontFace('leak', `url(${foreign}a.woff)`).load(),
    () => add('video', { src: `${foreign}a.mp4` }),
    () => add('base', { href: foreign }),
    () => {
      const form = Object.assign(document.createElement('form'), { action: foreign });
      document.body.append(form);
      form.submit();
    },
  ];
  // A task of its own, since Chromium lets a debugger's call use eval (seen 2026-11); what is refused may throw as well.
  for (const each of attempts)
    setTimeout(
      () =>
        void Promise.resolve()
          .then(each)
          .catch(() => undefined),
    );
}

const directives = [
  'base-uri',
  'connect-src',
  'font-src',
  'form-action',
  'frame-src',
  'img-src',
  'media-src',
  'require-trusted-types-for',
  'style-src-attr',
  'style-src-elem',
];

inEachBrowser('the content security policy', () => {
  test('lets a page of our own show what it shows, and a script in it reach nobody', async ({
    extension,
    openPage,
    web,
  }) => {
    for (const [path, word] of Object.entries(pages)) {
      const page = await openPage(path);
      await shows(page, word);
      expect([path, await policyViolations(extension, page, path)]).toEqual([path, []]);
      web.forget();
      await page.evaluate(attempt);
      await until(`${directives.join(', ')} to refuse on ${path}`, () =>
        page.evaluate((all) => {
          const { refused } = globalThis as unknown as Refused;
          // Firefox 140 does not know trusted types yet.
          const known = all.filter(
            (each) => each !== 'require-trusted-types-for' || 'trustedTypes' in globalThis,
          );
          return known.every((directive) => refused.has(directive));
        }, directives),
      );
      expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
      // Settings looks for a feed before it is followed, at whatever https address a person types.
      const mayFetch = path === 'options.html' ? /^\/(a\.json|beacon|events)$/ : /^$/;
      const reached = web.requests.filter(
        ({ host, path }) => host === 'foreign.example' && !mayFetch.test(path),
      );
      expect([path, reached]).toEqual([path, []]);
      await page.close();
    }
  });
});
