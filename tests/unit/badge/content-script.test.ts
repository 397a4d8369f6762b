// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bucketKey } from '../../../browser/catalog-db/badge-lookup.ts';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { github } from '../../../sites/github.ts';
import { reference, tool } from '../../builders/tool.ts';

const page = 'pkg:github/someone/oven';
const stored: Record<string, unknown> = {
  catalog: { generation: 1, extension: '0' },
  [bucketKey(page)]: { since: 1, badges: { [page]: badgeRecord(tool('oven', 'sss'), reference) } },
};

const hosts = () => [...document.querySelectorAll('span[class^=h]:empty')];

/** Runs the content script on an address, as a browser does, and counts its reads, messages and observers. */
async function visit(url: string, html = '') {
  const reads: string[][] = [];
  const sent: unknown[] = [];
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'oven',
      sendMessage: (message: unknown) => (sent.push(message), Promise.resolve()),
    },
    storage: {
      local: {
        get: (keys: string[]) => (reads.push(keys), Promise.resolve({ ...stored })),
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
  const listens = vi.spyOn(document, 'addEventListener');
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.body.innerHTML = html;
  vi.resetModules();
  const script = (await import('../../../entrypoints/badge.ts')).default;
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
    hosts().forEach((each) => each.remove());
  });

  it.each([
    'https://github.com/topics/llm',
    'https://github.com/settings/profile',
    'https://github.com/search?q=oven',
    'https://github.com/someone',
    'https://huggingface.co/papers/1234.5678',
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
      data: { name: 'Oven', votes: 'sss', wantsPageObserver: true },
    });
  });

  it('reads only the bucket, the head and its settings', async () => {
    const { reads } = await visit('https://github.com/someone/oven', title);
    expect(reads[0]).toEqual([
      'catalog',
      bucketKey(page),
      'badgePosition',
      'disabledHosts',
      'dismissedPages',
      'revokedHosts',
    ]);
    expect(github.identify(['someone', 'oven'])).toEqual([page]);
  });
});
