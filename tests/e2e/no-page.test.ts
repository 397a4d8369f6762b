import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { badgeReads } from '../../harness/badge.ts';
import { reads } from '../../harness/shown-text.ts';
import type { Answer } from '../../harness/fake-web.ts';
import { savedPage } from '../../harness/saved-page.ts';
import { toolbarTitles } from '../../harness/toolbar-titles.ts';
import { axolotlWords, sam3Words } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();
const verdict = axolotlWords;
const repository = savedPage('github/repository-logged-out.html', {
  owner: 'axolotl-ai-cloud',
  name: 'axolotl',
});
const icon = readFileSync(new URL('../../public/icon/16.png', import.meta.url));
const ofType = (type: string) => ({ headers: { 'content-type': type } });
const feed = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Releases</title></feed>';
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title></svg>';

/** Runs in a page: everything that could be ours. */
const left = () =>
  document.querySelectorAll('[data-hullmark]').length +
  [...document.querySelectorAll('*')].filter(({ className }) => /^h[\da-f]{8}-/.test(String(className)))
    .length;

inEachBrowser('an answer that is not a page', () => {
  const answers: Record<string, Answer> = {
    'an error with the header of the repository': { body: repository, status: 404 },
    'too many requests': { body: '<!doctype html><title>Too many requests</title>', status: 429 },
    'a takedown': { body: repository, status: 451 },
    'a server that failed': { body: '<!doctype html><title>Unicorn</title>', status: 502 },
    'a feed': { body: feed, ...ofType('application/xml') },
    'a drawing': { body: drawing, ...ofType('image/svg+xml') },
    'a text': { body: 'axolotl-ai-cloud/axolotl', ...ofType('text/plain') },
    JSON: { body: '{"name":"axolotl"}', ...ofType('application/json') },
    'a picture': { body: icon, ...ofType('image/png') },
    'a sandbox': { body: repository, headers: { 'content-security-policy': 'sandbox' } },
  };

  test('carries no badge and gets nothing, and nothing throws', async ({ extension, visit, noBadge }) => {
    const page = await extension.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    try {
      for (const [name, answer] of Object.entries(answers)) {
        await visit(axolotl, { tab: page, ...answer });
        await noBadge(page);
        expect([name, await page.evaluate(left), errors]).toEqual([name, 0, []]);
      }
    } finally {
      await page.close();
    }
  });

  test('is a form to sign in too, for badge, toolbar and popup', async ({ extension, visit, openPopup }) => {
    const form = '<main><form action="/session"><input type="password"></form></main>';
    const body = `<!doctype html><title>Sign in to Axolotl</title><a href="#start">Skip</a>${form}`;
    const page = await visit(axolotl, { body });
    const popup = await openPopup(page);
    await reads(popup, 'This page does not name the project in its address');
    expect(await popup.text()).not.toContain('would ship it');
    await popup.close();
    // The corner would have been taken by now, since opening the popup takes longer than that.
    await page.evaluate((ms) => new Promise((end) => setTimeout(end, ms)), 1_600);
    expect(await page.evaluate(left)).toBe(0);
    expect((await extension.run(toolbarTitles)).filter((title) => title.includes('Axolotl'))).toEqual([]);
  });

  test('gets its badge once a client-side navigation has led to a page', async ({ visit }) => {
    const page = await visit(`${axolotl}/missing`, {
      status: 404,
      body: '<!doctype html><title>x</title><main></main>',
    });
    await page.evaluate(
      (html) => {
        history.pushState({}, '', '/axolotl-ai-cloud/axolotl');
        document.body.innerHTML = html;
        document.dispatchEvent(new Event('turbo:render'));
      },
      /<body[^]*<\/body>/.exec(repository)![0],
    );
    await badgeReads(page, verdict);
  });

  test('is named by the popup instead of a verdict, which is one click away', async ({
    openPopup,
    visit,
  }) => {
    const popup = await openPopup(
      await visit(axolotl, { status: 404, body: '<!doctype html><title>x</title>' }),
    );
    await reads(popup, 'github.com answered with an error, 404: it has no such page.');
    expect(await popup.text()).not.toContain('would ship it');
    await popup.evaluate(() =>
      [...document.querySelectorAll('button')]
        .find(({ innerText }) => innerText.includes('Axolotl'))!
        .click(),
    );
    await reads(popup, '3 of 4 reviewers would ship it');
    await popup.close();
    const file = await openPopup(await visit(axolotl, { body: feed, ...ofType('application/xml') }));
    await reads(file, 'This is a file that the browser shows by itself');
    expect(await file.text()).not.toContain('would ship it');
  });

  test('is forgotten with the next page', async ({ visit }) => {
    const page = await visit(axolotl, { status: 404, body: '<!doctype html><title>x</title>' });
    await page.goto('https://github.com/facebookresearch/sam3');
    await badgeReads(page, sam3Words);
  });
});
