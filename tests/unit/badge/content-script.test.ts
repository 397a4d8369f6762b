// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bucketKey } from '../../../browser/catalog-db/badge-lookup.ts';
import type { IsolatedWorld } from '../../../browser/isolated-world.ts';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { github } from '../../../sites/github.ts';
import { reference, tool } from '../../builders/tool.ts';

const page = 'pkg:github/someone/oven';
const record = badgeRecord(tool('oven', 'sss'), reference);
const stored: Record<string, unknown> = {
  catalog: { generation: 1, extension: '0' },
  hides: 0,
  [bucketKey(page)]: { since: 1, badges: { [page]: record } },
};

const hosts = () => [...document.querySelectorAll('span[class^=h]:empty')];

type Browser = {
  stored?: Record<string, unknown> | Error;
  answer?: (type: string) => Promise<unknown>;
  isGranted?: true;
};

/** Runs the content script on an address, as a browser does, and counts its reads, messages and observers. */
async function visit(url: string, html = '', { stored: items = stored, answer, isGranted }: Browser = {}) {
  const reads: string[][] = [];
  const sent: unknown[] = [];
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'oven',
      sendMessage: (message: { type: string }) => (
        sent.push(message),
        answer?.(message.type) ?? Promise.resolve()
      ),
    },
    storage: {
      local: {
        get: (keys: string[]) => (
          reads.push(keys),
          items instanceof Error ? Promise.reject(items) : Promise.resolve({ ...items })
        ),
        onChanged: { addListener: () => {} },
      },
    },
  });
  vi.stubGlobal('requestIdleCallback', (run: () => void) => Number(setTimeout(run)));
  vi.stubGlobal('cancelIdleCallback', (id: number) => clearTimeout(id));
  const watching = new Set<MutationObserver>();
  const Observer = MutationObserver;
  class Counted extends Observer {
    override observe(...args: Parameters<MutationObserver['observe']>) {
      watching.add(this);
      super.observe(...args);
    }
    override disconnect() {
      watching.delete(this);
      super.disconnect();
    }
  }
  vi.stubGlobal('MutationObserver', Counted);
  // What happy-dom, which has no layout, does not have.
  Object.assign(document, { elementsFromPoint: () => [], fonts: new EventTarget() });
  const listens = vi.spyOn(document, 'addEventListener');
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.body.innerHTML = html;
  vi.resetModules();
  const { default: script } = isGranted
    ? await import('../../../entrypoints/badge-on-granted-sites.ts')
    : await import('../../../entrypoints/badge.ts');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await script.main();
  await vi.advanceTimersByTimeAsync(50);
  const badges = hosts().length;
  const listeners = listens.mock.calls.map(([type]) => type);
  return { reads, sent, watching: watching.size, listeners, badges };
}

const title = '<div id="repository-container-header"><strong itemprop="name"><a>oven</a></strong></div>';
const onlyNavigation = ['turbo:render', 'soft-nav:react-done'];

describe('what the content script does', () => {
  beforeEach(() => (document.body.innerHTML = ''));
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    const { hullmark } = globalThis as IsolatedWorld;
    hullmark?.end?.();
    delete hullmark?.dismissedPage;
    hosts().forEach((each) => each.remove());
  });

  it.each([
    'https://github.com/topics/llm',
    'https://github.com/settings/profile',
    'https://github.com/search?q=oven',
    'https://github.com/someone',
    'https://huggingface.co/pricing',
    'https://pypi.org/help/',
  ])(
    'on %s it reads nothing, sends nothing, observes nothing and listens only for navigations',
    async (url) => {
      const { reads, sent, watching, listeners, badges } = await visit(url, title);
      expect({ reads, sent, watching, badges }).toEqual({ reads: [], sent: [], watching: 0, badges: 0 });
      expect(listeners.filter((type) => !onlyNavigation.includes(type))).toEqual([]);
    },
  );

  it('on an unknown repository it reads once, sends nothing and observes nothing', async () => {
    const { reads, sent, watching, listeners, badges } = await visit(
      'https://github.com/someone/else',
      title,
    );
    expect(reads).toHaveLength(1);
    expect({ sent, watching, badges }).toEqual({ sent: [], watching: 0, badges: 0 });
    expect(listeners.filter((type) => !onlyNavigation.includes(type))).toEqual([]);
  });

  it('on a tool’s page it reads once, observes once, shows one badge and notifies the toolbar', async () => {
    const { reads, sent, watching, badges } = await visit('https://github.com/someone/oven', title);
    expect(reads).toHaveLength(1);
    expect({ watching, badges }).toEqual({ watching: 1, badges: 1 });
    expect(sent).toContainEqual({
      type: 'tool-on-page',
      data: { wantsPageObserver: true },
    });
  });

  it('reads only the bucket, the head and its settings', async () => {
    const { reads } = await visit('https://github.com/someone/oven', title);
    expect(reads[0]).toEqual(['catalog', bucketKey(page), 'badgePosition', 'hides']);
    expect(github.identify(['someone', 'oven'])).toEqual([page]);
  });

  describe('on documentation', () => {
    const link = '<header><a href="https://github.com/someone/oven">oven</a></header>';
    const isGranted = true;

    it('it shows the badge of the repository that the page and its address name', async () => {
      const { sent, badges } = await visit('https://someone.github.io/oven/', link, { isGranted });
      expect(badges).toBe(1);
      expect(sent).toContainEqual(
        expect.objectContaining({
          type: 'tool-on-page',
          data: expect.objectContaining({ upstream: page }) as unknown,
        }),
      );
    });
    it.each([
      ['the page does not link', 'https://someone.github.io/oven/', '<header>oven</header>'],
      ['the address does not name', 'https://other.github.io/oven/', link],
    ])('it shows none where %s the repository', async (_, url, html) => {
      const { sent, badges } = await visit(url, html, { isGranted });
      expect({ sent, badges }).toEqual({ sent: [], badges: 0 });
    });
  });

  describe('where the answer is not a page', () => {
    const entry = (name: string, responseStatus: number) =>
      vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ name, responseStatus } as never]);
    const here = 'https://github.com/someone/oven';

    it('it creates, sends and observes nothing', async () => {
      entry(here, 404);
      const created = vi.spyOn(document, 'createElement');
      const { sent, watching, badges, listeners } = await visit(here, title);
      expect({ sent, watching, badges }).toEqual({ sent: [], watching: 0, badges: 0 });
      expect(listeners.filter((type) => !onlyNavigation.includes(type))).toEqual([]);
      expect(created).not.toHaveBeenCalled();
    });

    it('it shows a badge once a client-side navigation has led to a page of the same tool', async () => {
      entry(`${here}/missing`, 404);
      const { badges } = await visit(`${here}/missing`, title);
      expect(badges).toBe(0);
      (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(here);
      document.dispatchEvent(new Event('turbo:render'));
      await vi.advanceTimersByTimeAsync(50);
      expect(hosts()).toHaveLength(1);
    });
  });

  describe('where the address alone says which project a page is about', () => {
    const here = 'https://github.com/someone/oven';
    const signIn = '<form action="/session"><a href="/join?return_to=/someone/oven">Sign up</a></form>';
    const later = () => vi.advanceTimersByTimeAsync(5_000);
    const ofTool = (sent: unknown[]) =>
      sent.filter((each) => (each as { type: string }).type === 'tool-on-page').length;
    afterEach(() => (document.title = ''));

    it('it shows no badge in the corner and tells the toolbar of none', async () => {
      document.title = 'Sign in to Someone';
      const { sent } = await visit(here, signIn);
      await later();
      expect([hosts().length, ofTool(sent)]).toEqual([0, 0]);
    });
    it.each([
      ['the title does', 'Issues · someone/oven', ''],
      ['a link does', '', '<a href="/someone/oven/issues">Issues</a>'],
    ])('it shows one in the corner where %s', async (_, name, html) => {
      document.title = name;
      const { sent } = await visit(here, html);
      await later();
      expect([hosts().length, ofTool(sent)]).toEqual([1, 1]);
    });
    it('it shows one once the page says it', async () => {
      const { sent } = await visit(here, '<main></main>');
      await vi.advanceTimersByTimeAsync(1_000);
      expect([hosts().length, ofTool(sent)]).toEqual([0, 0]);
      document.title = 'someone/oven';
      await later();
      expect([hosts().length, ofTool(sent)]).toEqual([1, 1]);
    });
    it('it tells the toolbar of none where badges are in the toolbar alone', async () => {
      const { sent } = await visit(here, signIn, { stored: { ...stored, badgePosition: 'toolbar' } });
      await later();
      expect([hosts().length, ofTool(sent)]).toEqual([0, 0]);
    });
  });

  describe('where some badges are hidden', () => {
    const hides = { ...stored, hides: 7 };
    const questions = (sent: unknown[]) =>
      sent.filter((each) => (each as { type: string }).type === 'is-hidden');
    it.each<[string, () => Promise<unknown>, number]>([
      ['hidden here', () => Promise.resolve(true), 0],
      ['shown here', () => Promise.resolve(false), 1],
      ['unknown, as the background does not answer this page', () => Promise.resolve(undefined), 0],
      ['shown, as there is no background', () => Promise.reject(new Error('No receiver.')), 1],
    ])('it asks once whether its own is, and it is %s', async (_, answer, badges) => {
      const at = await visit('https://github.com/someone/oven', title, { stored: hides, answer });
      expect(at.badges).toBe(badges);
      expect(questions(at.sent)).toEqual([{ type: 'is-hidden', data: null }]);
    });
    it('a later look that hides it is not undone by an earlier one that is answered late', async () => {
      let answer = (isHidden: boolean) => expect(isHidden).toBeUndefined();
      let isSlow = false;
      const ask = () => (isSlow ? new Promise((done) => (answer = done)) : Promise.resolve(false));
      const { badges } = await visit('https://github.com/someone/oven', title, {
        stored: hides,
        answer: (type) => (type === 'is-hidden' ? ask() : Promise.resolve()),
      });
      expect(badges).toBe(1);
      const { hullmark } = globalThis as IsolatedWorld;
      isSlow = true;
      hullmark!.refresh!();
      await vi.advanceTimersByTimeAsync(50);
      hullmark!.dismissedPage = page;
      hullmark!.refresh!();
      await vi.advanceTimersByTimeAsync(50);
      expect(hosts()).toHaveLength(0);
      answer(false);
      await vi.advanceTimersByTimeAsync(50);
      expect(hosts()).toHaveLength(0);
    });
    it('it asks nothing on a page without a tool', async () => {
      const { sent, badges } = await visit('https://github.com/someone/else', title, { stored: hides });
      expect({ sent, badges }).toEqual({ sent: [], badges: 0 });
    });
    it('it asks also where what is hidden is not stored', async () => {
      const damaged = { ...stored, hides: undefined };
      const { sent } = await visit('https://github.com/someone/oven', title, { stored: damaged });
      expect(questions(sent)).toHaveLength(1);
    });
  });

  describe('where the page observer is injected', () => {
    /** Has it run on a page whose badge is there, or has left meanwhile. */
    async function inject(hasLeft: boolean) {
      const at = await visit('https://github.com/someone/oven', title);
      vi.stubGlobal(
        'IntersectionObserver',
        class {
          observe() {}
          disconnect() {}
        },
      );
      if (hasLeft) (globalThis as IsolatedWorld).hullmark!.end!();
      const listens = [document, window].map((each) => vi.spyOn(each, 'addEventListener').mockClear());
      const { default: script } = await import('../../../entrypoints/page-observer.ts');
      await script.main();
      await vi.advanceTimersByTimeAsync(25_000);
      const facts = at.sent.filter((each) => (each as { type: string }).type === 'page-facts');
      return {
        facts: facts.length,
        listeners: listens.flatMap(({ mock }) => mock.calls.map(([type]) => type)),
      };
    }
    it('it sends what the page states of its badge’s tool', async () => {
      expect((await inject(false)).facts).toBe(1);
    });
    it('it reads, sends and listens for nothing once the badge has left', async () => {
      expect(await inject(true)).toEqual({ facts: 0, listeners: [] });
    });
  });

  describe('where storage fails', () => {
    const answer = (type: string) => Promise.resolve(type === 'look-up' ? { page, record } : false);
    it.each([
      ['throws', new Error('No storage.')],
      ['is empty', {}],
      ['has a damaged head', { ...stored, catalog: 7 }],
      ['has a damaged bucket', { ...stored, [bucketKey(page)]: 7 }],
      ['has a damaged badge', { ...stored, [bucketKey(page)]: { since: 1, badges: { [page]: 7 } } }],
    ])('as it %s, it asks the background for the badge', async (_, items) => {
      const { sent, badges } = await visit('https://github.com/someone/oven', title, {
        ...{ stored: items, answer },
      });
      expect(badges).toBe(1);
      expect(sent).toContainEqual({ type: 'look-up', data: null });
    });
    it('it shows nothing without an answer, and fails nothing', async () => {
      const rejected = () => Promise.reject(new Error('No receiver.'));
      const { badges } = await visit('https://github.com/someone/oven', title, {
        ...{ stored: new Error('No storage.'), answer: rejected },
      });
      expect(badges).toBe(0);
    });
  });
});
