// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { HostElement } from '../../../badge/host-element.ts';
import { findPlacement } from '../../../badge/placement.ts';

const idsOf = (url: string) => [`pkg:github${new URL(url).pathname}`];
const host = {} as HostElement;
const search = { shown: undefined, hasLayout: false, isDistorted: undefined, cornerAllowed: false };
const found = (...ids: string[]) =>
  findPlacement(
    {
      ...{ name: 'Oven', anchors: [{ selector: 'h1', put: 'after', seen: '2026-11' }], width: 90 },
      ...{ ids, idsOf, isNamed: () => true },
    },
    host,
    search,
  );

describe('a name that leads to another page', () => {
  beforeEach(() => {
    history.replaceState({}, '', '/someone/pan');
    document.body.innerHTML = '<div><h1><a href="/someone/pan">pan</a></h1></div>';
  });

  it('is no place for the badge of the page before, even where the address has gone there already', () =>
    expect(found('pkg:github/someone/oven')).toBeUndefined());
  it('is the place for the badge of its own page', () =>
    expect(found('pkg:github/someone/pan')).toMatchObject({ put: 'after' }));
});
