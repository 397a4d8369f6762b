// Every view and state of the product, and how a person comes to it: for pictures and for the checks that hold in all of them.
import type { Page } from 'puppeteer-core';
import { badgeText, inBadge } from './badge.ts';
import type { Evaluates, Extension, Popup } from './extension.ts';
import type { FakeWeb } from './fake-web.ts';
import { hardPage } from './hard-tools.ts';
import { savedPage } from './saved-page.ts';
import { reads } from './shown-text.ts';
import { readItems, restoreItems, storeItems } from './stored-items.ts';
import { until } from './until.ts';

export type ViewKind = 'site' | 'popup' | 'own';
export type Shown = Page | Popup;
export type View = {
  name: string;
  kind: ViewKind;
  /** The address of a site's page, under the popup too, or the path of a page of the extension. */
  at: string;
  /** Words that stand there once it can be looked at; for a site’s page, on the badge. */
  says: string;
  /** What the extension has stored meanwhile. */
  stored?: Record<string, unknown>;
  /** What the site answers, if not with its saved page. */
  body?: string;
  /** What a person does there. */
  then?(shown: Shown): Promise<unknown>;
};

const github = (path: string) => `https://github.com/${path}`;
const axolotl = github('axolotl-ai-cloud/axolotl');
const noncommercial = 'https://huggingface.co/mistralai/Codestral-22B-v0.1';

const site = (name: string, at: string, more: Partial<View> = {}): View => ({
  ...{ kind: 'site', name, at, says: '' },
  ...more,
});
const popup = (name: string, at: string, says: string, more: Partial<View> = {}): View => ({
  ...{ kind: 'popup', name, at, says },
  ...more,
});
const own = (at: string, says: string, more: Partial<View> = {}): View => ({
  ...{
    kind: 'own',
    name: at
      .replace(/\.html#?/, '-')
      .replace(/\W+/g, '-')
      .replace(/-$/, ''),
    at,
    says,
  },
  ...more,
});

const lightning = 'https://pypi.org/project/lightning/';
const compromised = savedPage('pypi/project-2026.html', { name: 'lightning', version: '2.6.3' });
const fork = savedPage('github/fork.html', { owner: 'someone', name: 'axolotl' });
const archived = savedPage('github/archived.html', { owner: 'facebookresearch', name: 'sam3' });

const openDetails = (shown: Shown) =>
  (shown as Evaluates).evaluate(() =>
    document.querySelectorAll('details').forEach((each) => (each.open = true)),
  );

export const views: View[] = [
  site('badge-outdated', axolotl),
  site('badge-skip-archived', github('RooCodeInc/Roo-Code')),
  site('badge-split', github('Aider-AI/aider')),
  site('badge-not-reviewed', github('langflow-ai/langflow')),
  site('badge-fork', github('someone/axolotl'), { body: fork }),
  site('badge-archived-here', github('facebookresearch/sam3'), { body: archived }),
  site('badge-non-commercial', noncommercial),
  site('badge-of-family', 'https://huggingface.co/mistralai/Mistral-Small-4-2603'),
  site('badge-compromised', lightning, { body: compromised, says: 'compromised release' }),
  site('badge-on-package', 'https://pypi.org/project/axolotl/'),
  site('badge-of-feed', hardPage('hebrew')),
  site('badge-long-name-in-corner', hardPage('long'), { stored: { badgePosition: 'corner' } }),
  site('badge-in-corner', axolotl, { stored: { badgePosition: 'corner' } }),
  site('card', axolotl, { then: openCard }),
  site('card-skip-archived', github('RooCodeInc/Roo-Code'), { then: openCard }),
  site('card-not-reviewed', github('langflow-ai/langflow'), { then: openCard }),
  site('card-non-commercial', noncommercial, { then: openCard }),
  site('card-in-corner', axolotl, { stored: { badgePosition: 'corner' }, then: openCard }),
  site('card-long-name', hardPage('long'), { then: openCard }),
  site('card-hebrew', hardPage('hebrew'), { then: openCard }),

  popup('popup', axolotl, 'reviewers would ship it'),
  popup('popup-open', axolotl, 'reviewers would ship it', { then: openDetails }),
  popup('popup-menu', axolotl, 'reviewers would ship it', {
    then: (shown) => (shown as Popup).click('[aria-label=More]'),
  }),
  popup('popup-skip-archived', github('RooCodeInc/Roo-Code'), 'Roo Code'),
  popup('popup-split', github('Aider-AI/aider'), 'Aider'),
  popup('popup-five-votes', github('vllm-project/vllm'), 'vLLM'),
  popup('popup-not-reviewed', github('langflow-ai/langflow'), 'Langflow'),
  popup('popup-non-commercial', noncommercial, 'Codestral'),
  popup('popup-compromised', lightning, 'Lightning', { body: compromised }),
  popup('popup-fork', github('someone/axolotl'), 'Axolotl', { body: fork }),
  popup('popup-archived-here', github('facebookresearch/sam3'), 'SAM 3', { body: archived }),
  popup('popup-no-access', 'https://docs.axolotl.ai/docs/config.html', 'Axolotl'),
  popup('popup-turned-off', axolotl, 'Badges are off', { stored: { disabledHosts: ['github.com'] } }),
  popup('popup-hidden', axolotl, 'Axolotl', {
    stored: { dismissedPages: ['pkg:github/axolotl-ai-cloud/axolotl'] },
  }),
  popup('popup-long-name', hardPage('long'), 'Acme tools'),
  popup('popup-hebrew', hardPage('hebrew'), 'Acme tools'),
  popup('popup-nothing-known', hardPage('nothing-known'), 'Acme tools'),
  popup('popup-archived-alone', hardPage('archived'), 'Acme tools'),
  popup('popup-not-covered', github('someone/something'), 'someone/something', {
    stored: { recentTools: ['axolotl', 'sam3', 'roo-code'] },
  }),
  popup('popup-search-page', github('search'), 'Search'),
  popup('popup-other-site', 'https://example.com/', 'catalog'),
  popup('popup-error-page', `${axolotl}/missing`, 'Axolotl', { body: '' }),

  own('catalog.html', 'tools'),
  own('catalog.html#words=nothing+of+the+kind', '0 of'),
  own('tool.html#axolotl', 'Axolotl'),
  own('tool.html#roo-code', 'Roo Code'),
  own('tool.html#flux', 'Models and versions'),
  own(
    `tool.html#flux@${encodeURIComponent('pkg:huggingface/black-forest-labs/flux.1-dev')}`,
    'This is about',
  ),
  own('tool.html#long', 'Acme tools'),
  own('tool.html#hebrew', 'Acme tools'),
  own('tool.html#nothing-known', 'Acme tools'),
  own('tool.html#no', 'We don’t know'),
  own('tool.html#langflow', 'Langflow'),
  own('compare.html', 'Compare'),
  own('compare.html#axolotl', 'Compare Axolotl'),
  own('compare.html#axolotl/unsloth', 'Unsloth'),
  own('compare.html#roo-code/cline', 'Cline'),
  own('compare.html#long/hebrew', 'Acme tools'),
  own('compare.html#no/nor', 'We don’t know'),
  own('news.html', 'What’s new'),
  {
    ...own('news.html', 'What’s new', { stored: { watched: ['axolotl', 'roo-code'] } }),
    name: 'news-watched',
  },
  own('options.html', 'Badge position'),
  own('welcome.html', 'Hullmark'),
  own('methodology.html', 'Hullmark'),
];

/** Opens a view and waits until it can be looked at; `close` leaves everything as it was. */
export async function openView(
  { kind, at, says, stored = {}, body, then }: View,
  { extension, web }: { extension: Extension; web: FakeWeb },
): Promise<{ shown: Shown; close(): Promise<void> }> {
  const keys = Object.keys(stored);
  const before = await readItems(extension, keys);
  await storeItems(extension, stored);
  const forget = body === undefined ? undefined : answered(web, at, body);
  const tabs: Page[] = [];
  const opened = async () => {
    if (kind === 'own') return tabs[tabs.push(await extension.openPage(at)) - 1]!;
    const tab = await extension.newPage();
    tabs.push(tab);
    await tab.goto(at);
    return kind === 'site' ? tab : extension.clickAction(tab);
  };
  const close = async () => {
    if (popupOf(shown) && (await popupOf(shown)!.isOpen())) await popupOf(shown)!.close();
    for (const tab of tabs) await tab.close();
    forget?.();
    await restoreItems(extension, keys, before);
  };
  let shown: Shown | undefined;
  try {
    shown = await opened();
    if (kind === 'site')
      await until(`“${says}” on the badge`, async () => (await badgeText(shown as Page)).includes(says));
    else await reads(shown, says);
    // The bar above a page of ours may say the words before the page does.
    if (kind === 'own') await (shown as Page).waitForSelector('main h1');
    await then?.(shown);
    return { shown, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const popupOf = (shown: Shown | undefined): Popup | undefined =>
  shown && 'isOpen' in shown ? shown : undefined;

function answered(web: FakeWeb, at: string, body: string): () => void {
  const { host, pathname, search } = new URL(at);
  return web.answer(host + pathname + search, { body, ...(body === '' && { status: 404 }) });
}

/** Opens the card as a keyboard does, so that it stays open while the page is shown in other ways. */
async function openCard(shown: Shown): Promise<void> {
  const page = shown as Page;
  await until('the card', async () => {
    await inBadge(page, (root) => root.querySelector('button')!.focus());
    return inBadge(page, (root) => root.querySelector('[popover]')?.matches(':popover-open'));
  });
}
