// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../../sites/site.ts';
import { factsAt } from '../../../builders/page-facts.ts';

/** A repository's page in few elements: head, header, a warning, the About column. */
function repositoryPage({ metas = '', header = '', warning = '', about = '', nwo = 'a/tool' } = {}): string {
  return `<html><head><meta name="octolytics-dimension-repository_nwo" content="${nwo}">${metas}</head><body>
    <main>${warning && `<div class="flash flash-warn">${warning}</div>`}
    <div id="repository-container-header"><strong itemprop="name"><a href="/a/tool">tool</a></strong>${header}</div>
    <article class="markdown-body"><a href="/a/tool/releases/tag/v9.9.9">v9.9.9 Latest</a> <a href="#license">MIT license</a>
      forked from <a data-hovercard-type="repository" href="/b/other">b/other</a></article>
    <div class="BorderGrid">${about}</div></main></body></html>`;
}
const meta = (key: string, value: string) =>
  `<meta name="octolytics-dimension-repository_${key}" content="${value}">`;
const release = (tag: string, label = 'Latest') =>
  `<a href="/a/tool/releases/tag/${encodeURIComponent(tag)}"><span>Tool</span> <span class="Label">${label}</span></a>`;
const licensed = (label: string) =>
  `<a href="#License-1-ov-file"><svg class="octicon-law"></svg> ${label}</a>`;

describe('a repository’s page', () => {
  it.each<[what: string, page: Parameters<typeof repositoryPage>[0], facts: PageFacts]>([
    ['plain', {}, {}],
    ['a plain tag', { about: release('v0.21.0') }, { version: 'v0.21.0' }],
    ['a tag without v', { about: release('0.21.0') }, { version: '0.21.0' }],
    ['a date', { about: release('2024-06-01') }, { version: '2024-06-01' }],
    ['release-1.2', { about: release('release-1.2') }, { version: '1.2' }],
    ['its own name and v', { about: release('tool-v1.2.3') }, { version: 'v1.2.3' }],
    ['its own name and ==', { about: release('tool==1.2.3') }, { version: '1.2.3' }],
    ['its own name in a scope', { about: release('@scope/tool@1.0') }, { version: '1.0' }],
    ['another part of the repository', { about: release('tool-core==1.2.3') }, {}],
    ['another package of a scope', { about: release('@scope/sdk@1.0') }, {}],
    ['another language', { about: release('python-1.2.3') }, {}],
    ['a build number', { about: release('b4321') }, {}],
    ['a name in words', { about: release('nightly') }, {}],
    ['a pre-release', { about: release('v0.22.0rc1', 'Pre-release') }, {}],
    ['a tag that goes on and on', { about: release(`1.${'0'.repeat(99)}`) }, {}],
    ['a release of another repository', { about: '<a href="/b/other/releases/tag/v1">v1 Latest</a>' }, {}],
    ['a license', { about: licensed('AGPL-3.0 license') }, { license: 'AGPL-3.0 license' }],
    ['a license that GitHub cannot name', { about: licensed('View license') }, { license: 'View license' }],
    [
      'two licenses',
      { about: licensed('Unknown, MIT licenses found') },
      { license: 'Unknown, MIT licenses found' },
    ],
    ['a license of 300 letters', { about: licensed(`${'x'.repeat(300)} license`) }, {}],
    [
      'the banner',
      { warning: 'This repository was archived by the owner on May 4, 2026.' },
      { archived: true },
    ],
    ['the older banner', { warning: 'This repository has been archived by the owner.' }, { archived: true }],
    ['another warning', { warning: 'You signed in with another tab or window. Your archived tab' }, {}],
    ['the label', { header: '<span class="Label">Public archive</span>' }, { archived: true }],
    [
      'a private archive',
      { header: '<span class="Label">Private archive</span>' },
      { archived: true, isPrivate: true },
    ],
    ['a private label', { header: '<span class="Label">Private</span>' }, { isPrivate: true }],
    ['an internal one', { header: '<span class="Label">Internal</span>' }, { isPrivate: true }],
    ['a private head', { metas: meta('public', 'false') }, { isPrivate: true }],
    [
      'a fork by its head',
      { metas: meta('is_fork', 'true') + meta('parent_nwo', 'B/Other') },
      { forkOf: 'pkg:github/b/other' },
    ],
    ['a fork without a parent', { metas: meta('is_fork', 'true') }, {}],
    ['a fork of something odd', { metas: meta('is_fork', 'true') + meta('parent_nwo', '../x y') }, {}],
    ['a fork of itself', { metas: meta('is_fork', 'true') + meta('parent_nwo', 'a/tool') }, {}],
    [
      'a fork by its header',
      { header: '<span>forked from <a data-hovercard-type="repository" href="/b/other">b/other</a></span>' },
      { forkOf: 'pkg:github/b/other' },
    ],
    [
      'the head of the page before, after a soft navigation',
      {
        nwo: 'b/before',
        metas: meta('public', 'false') + meta('is_fork', 'true') + meta('parent_nwo', 'c/d'),
      },
      {},
    ],
  ])('%s', (_, page, facts) =>
    expect(factsAt('https://github.com/a/tool', repositoryPage(page))).toEqual(facts),
  );

  it('reads embedded data only where it is about the address', () => {
    const app = (path: string, name: string, more = '') =>
      repositoryPage().replace(
        '</main>',
        `<react-app app-name="code-view" initial-path="${path}"><script type="application/json" data-target="react-app.embeddedData">
        {"payload":{"codeViewLayoutRoute":{"repo":{"ownerLogin":"a","name":"${name}","private":true}},"sidebarAbout":{"repo":{"isArchived":true}}${more}}}</script></react-app></main>`,
      );
    const at = (html: string) => factsAt('https://github.com/a/tool', html);
    expect(at(app('/a/tool', 'tool'))).toEqual({ archived: true, isPrivate: true });
    expect(at(app('/a/other', 'tool'))).toEqual({});
    expect(at(app('/a/tool', 'other'))).toEqual({});
    expect(at(app('/a/tool', 'tool', '}}'))).toEqual({});
  });
});
