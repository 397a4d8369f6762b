// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../../../cli/feed/atom.ts';
import type { Change } from '../../../../catalog/changes.ts';

const today = '2026-11-22';
const change = (more: Partial<Change> = {}): Change => ({
  ...{ tool: 'oven', name: 'Oven', from: undefined, kind: 'price', text: 'Free → Paid', date: today },
  ...more,
});

describe('the Atom feed', () => {
  const feed = { id: 'kitchen', name: 'Kitchen & <Co>', updated: '2026-11-22T06:00:00Z' };
  const nasty = change({ name: `<b>"O'ven" & \u0000\u001b\ud800co</b>`, text: 'Free → “Paid” ]]> <!--' });
  const link = (id: string) => (id === 'oven' ? 'https://oven.example/?a=1&b="2"' : undefined);
  const parsed = (changes: Change[]) =>
    new DOMParser().parseFromString(atomFeed(feed, changes, link), 'application/xml');
  const texts = (at: Document | Element, name: string) =>
    [...at.getElementsByTagName(name)].map(({ textContent }) => textContent);

  it('is valid XML, whatever the names contain', () => {
    const document = parsed([nasty, change({ tool: 'pan', name: 'Pan', kind: 'gone', text: 'Gone.' })]);
    const [first, second] = [...document.getElementsByTagName('entry')];
    expect(texts(document, 'title')).toEqual([
      'Kitchen & <Co>: what is new',
      `Price: <b>"O'ven" & co</b>`,
      'Removed: Pan',
    ]);
    expect(texts(document, 'updated')).toEqual([
      '2026-11-22T06:00:00Z',
      '2026-11-22T00:00:00Z',
      '2026-11-22T00:00:00Z',
    ]);
    expect(texts(document.getElementsByTagName('author')[0]!, 'name')).toEqual(['Kitchen & <Co>']);
    expect(texts(first!, 'summary')).toEqual(['Free → “Paid” ]]> <!--']);
    expect(first!.getElementsByTagName('link')[0]!.getAttribute('href')).toBe(link('oven'));
    expect(second!.getElementsByTagName('link')).toHaveLength(0);
    expect(texts(second!, 'content')).toEqual(['Gone.']);
  });
  it('gives each change a unique id that stays the same in every version', () => {
    const other = change({ text: 'Paid → Free' });
    const first = texts(parsed([nasty, other]), 'id');
    expect(new Set(first).size).toBe(3);
    for (const id of first)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(texts(parsed([change(), other, nasty]), 'id').slice(2)).toEqual(first.slice(1).toReversed());
  });
});
