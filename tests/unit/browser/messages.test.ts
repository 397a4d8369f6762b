import { describe, expect, it, vi } from 'vitest';
import { answerWith, message, type Messages } from '../../../browser/messages.ts';
import type { Sender } from '../../../browser/senders.ts';

const fromPages = [
  'tool-on-page',
  'page-facts',
  'hold-badge',
  'open-verdict',
  'open-comparison',
  'open-successor',
  'dismiss-badge',
  'is-hidden',
  'look-up',
];
const fromOwnPages = [
  'repair-catalog',
  'start-again',
  'feeds-changed',
  'refresh-feed',
  'read-item',
  'replace-item',
];
const types = [...fromPages, ...fromOwnPages] as (keyof Messages)[];

const ownPage: Sender = { kind: 'own-page' };
const script: Sender = {
  ...{ kind: 'content-script', url: 'https://github.com/someone/oven', host: 'github.com' },
  tab: { id: 7, windowId: 3, index: 2, incognito: false },
};

const handlers = Object.fromEntries(
  types.map((type) => [type, vi.fn(() => Promise.resolve(type))]),
) as unknown as Parameters<typeof answerWith>[1];
const answer = answerWith<Sender | undefined>((sender) => sender, handlers);

describe('messages', () => {
  it('reach their handler with their data and sender', async () => {
    const sent = { upstream: 'pkg:github/someone/pan' };
    expect(await answer(message('open-verdict', sent), script)).toBe('open-verdict');
    expect(handlers['open-verdict']).toHaveBeenCalledExactlyOnceWith(sent, script);
  });
  it.each(types)('%s is answered to those who may send it, and to nobody else', async (type) => {
    const mayPages = fromPages.includes(type);
    for (const [sender, may] of [
      [script, mayPages],
      [ownPage, !mayPages],
      [undefined, false],
    ] as const) {
      vi.mocked(handlers[type]).mockClear();
      expect(await answer({ type, data: null }, sender)).toBe(may ? type : undefined);
      expect(vi.mocked(handlers[type]).mock.calls).toHaveLength(may ? 1 : 0);
    }
  });
  it('are all named here', () => expect(Object.keys(handlers).toSorted()).toEqual(types.toSorted()));
  it.each([undefined, null, 7, 'x', {}, { type: 'toString' }, { type: '__proto__' }, { type: 7 }])(
    '%j is none',
    (other) => {
      expect(answer(other, script)).toBeUndefined();
      expect(answer(other, ownPage)).toBeUndefined();
    },
  );
});
