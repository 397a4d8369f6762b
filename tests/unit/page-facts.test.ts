import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageFacts } from '../../sites/page-facts.ts';
import type { PageFacts } from '../../sites/site.ts';

/** What the page at an address states, by the site's own reader. */
function factsAt(url: string, html: string): PageFacts | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return pageFacts(page, url);
}

function savedPage(file: string, names: Record<string, string>): string {
  const html = readFileSync(`tests/pages/${file}`, 'utf8');
  const still = html.replace(/<link rel="stylesheet"[^>]*>/g, '');
  return still.replace(/\{\{(\w+)\}\}/g, (_, name: string) => names[name] ?? '');
}

const names = { owner: 'Axolotl-AI-Cloud', name: 'axolotl', version: '0.16.0' };
const repository = 'https://github.com/axolotl-ai-cloud/axolotl';
const axolotl = 'pkg:github/axolotl-ai-cloud/axolotl';

describe('what a saved page states', () => {
  it.each<[file: string, url: string, facts: PageFacts, owner?: string]>([
    ['github/repository-logged-out.html', repository, { license: 'Apache-2.0 license' }],
    ['github/repository-logged-in.html', repository, { license: 'Apache-2.0 license' }],
    [
      'github/repository-2024-logged-in.html',
      repository,
      { version: 'v0.16.0', license: 'Apache-2.0 license' },
    ],
    ['github/archived.html', repository, { license: 'Apache-2.0 license', archived: true }],
    [
      'github/fork.html',
      'https://github.com/someone/axolotl',
      { license: 'Apache-2.0 license', forkOf: axolotl },
      'someone',
    ],
    ['github/fork.html', 'https://github.com/someone/axolotl/issues', { forkOf: axolotl }, 'someone'],
    ['github/releases.html', `${repository}/releases`, { version: 'v0.21.0' }],
    ['github/releases.html', `${repository}/releases/tag/v0.20.1`, {}],
    ['github/issue.html', `${repository}/issues/12`, {}],
    ['github/repository-2024-logged-in.html', 'https://github.com/another/repository', {}],
    ['pypi/project.html', 'https://pypi.org/project/axolotl/', { version: '0.16.0', license: 'Apache-2.0' }],
    [
      'pypi/project.html',
      'https://pypi.org/project/Axolotl/0.16.0/',
      { version: '0.16.0', license: 'Apache-2.0' },
    ],
    ['pypi/project.html', 'https://pypi.org/project/unsloth/', {}],
    [
      'pypi/old-version.html',
      'https://pypi.org/project/axolotl/0.16.0/',
      { version: '0.21.0', license: 'Apache-2.0' },
    ],
    [
      'pypi/project-2026.html',
      'https://pypi.org/project/axolotl/',
      { version: '0.16.0', license: 'Apache-2.0' },
    ],
    ['pypi/project-2026.html', 'https://pypi.org/project/axolotl/0.16.0/', { license: 'Apache-2.0' }],
    [
      'pypi/archived.html',
      'https://pypi.org/project/axolotl/',
      { version: '0.16.0', license: 'Apache-2.0', archived: true },
    ],
    [
      'pypi/archived.html',
      'https://pypi.org/project/axolotl/0.16.0/',
      { version: '0.21.0', license: 'Apache-2.0', archived: true },
    ],
    [
      'huggingface/model.html',
      'https://huggingface.co/facebook/sam3',
      { license: 'other', gated: true },
      'facebook',
    ],
    [
      'huggingface/gated.html',
      'https://huggingface.co/facebook/sam3/tree/main',
      { license: 'apache-2.0', gated: true, supersededBy: 'pkg:huggingface/facebook/sam3.1' },
      'facebook',
    ],
    ['huggingface/gated.html', 'https://huggingface.co/facebook/sam2', {}, 'facebook'],
  ])('%s at %s: %j', (file, url, facts, owner) => {
    const name = url.includes('huggingface') ? 'sam3' : 'axolotl';
    expect(factsAt(url, savedPage(file, { ...names, name, ...(owner && { owner }) }))).toEqual(facts);
  });
});

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

  it('believes no embedded data but that of the address', () => {
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

/** A project's page of PyPI in the form before or since the summer of 2026. */
const projectPage = (badge: string, meta: string) =>
  `<main><div class="package-header"><h1 class="package-header__name"> a_tool 1.2.3 </h1>${badge}</div>
   <div class="sidebar-section"><ul>${meta}</ul></div></main>`;
const badge = (kind: string, text: string) =>
  `<a class="status-badge status-badge--${kind}"><span>${text}</span></a>`;

describe('a project’s page', () => {
  it.each<[what: string, html: string, facts: PageFacts]>([
    ['in any language', projectPage(badge('good', 'Neueste Version'), ''), { version: '1.2.3' }],
    [
      'of a pre-release',
      projectPage(badge('warn', 'Stable version available (1.2.0)'), ''),
      { version: '1.2.0' },
    ],
    ['of a yanked release', projectPage(badge('bad', 'This release has been yanked'), ''), {}],
    ['in quarantine', projectPage(badge('warn', 'This project has been quarantined'), ''), {}],
    [
      'with classifier and text',
      projectPage('', '<li><span><strong>License:</strong> MIT License (MIT)</span></li>'),
      { version: '1.2.3', license: 'MIT License (MIT)' },
    ],
    [
      'with an expression',
      projectPage(
        '',
        '<li><span><strong>Lizenz:</strong> Apache-2.0 OR MIT<br><a href="https://spdx.github.io/x">SPDX</a></span></li>',
      ),
      { version: '1.2.3', license: 'Apache-2.0 OR MIT' },
    ],
    [
      'with a license in full',
      projectPage(
        '',
        `<li><span><strong>License:</strong> ${'Permission is granted '.repeat(5)}</span></li>`,
      ),
      { version: '1.2.3' },
    ],
    [
      'archived, before the redesign',
      '<h1 class="package-header__name">a-tool 1.2.3</h1><div id="description"><div class="callout-block"><p>This project has been archived.</p></div></div>',
      { version: '1.2.3', archived: true },
    ],
    [
      'whose description says that another was archived',
      '<h1 class="package-header__name">a-tool 1.2.3</h1><div id="description"><div class="project-description"><div class="callout-block">This project has been archived.</div></div></div>',
      { version: '1.2.3' },
    ],
  ])('%s', (_, html, facts) => expect(factsAt('https://pypi.org/project/A.Tool/', html)).toEqual(facts));
});

describe('a model’s page', () => {
  const page = (props: unknown) => {
    const written = typeof props === 'string' ? props : JSON.stringify(props);
    return `<div data-target="ModelHeader" data-props="${written.replace(/"/g, '&quot;')}"><h1>a/model</h1></div>`;
  };
  it.each<[what: string, props: unknown, facts: PageFacts]>([
    ['open', { model: { id: 'A/Model', gated: false, cardData: { license: 'mit' } } }, { license: 'mit' }],
    ['without a card', { model: { id: 'a/model', gated: 'auto', cardData: null } }, { gated: true }],
    [
      'with two licenses',
      { model: { id: 'a/model', cardData: { license: ['apache-2.0', 'mit'] } } },
      { license: 'apache-2.0, mit' },
    ],
    ['private', { model: { id: 'a/model', private: true } }, { isPrivate: true }],
    ['that names no successor', { model: { id: 'a/model', cardData: { new_version: 'see our site' } } }, {}],
    ['of another model', { model: { id: 'a/other', gated: 'auto' } }, {}],
    ['of nothing', {}, {}],
    ['with broken data', '{"model":', {}],
    ['with data of another shape', '[null]', {}],
  ])('%s', (_, props, facts) =>
    expect(factsAt('https://huggingface.co/a/model', page(props))).toEqual(facts),
  );
});

it('no reader throws, whatever a page or an address holds', () => {
  const piece = fc.constantFrom(
    ...[
      '<strong itemprop="name">',
      '<a href="/a/tool">',
      '<div id="repository-container-header">',
      '</div>',
      'Latest',
    ],
    ...[
      '<div class="BorderGrid">',
      '<a href="/a/tool/releases/tag/%E0%A4%A">',
      '<h1 class="project-header__name">',
      '0.1',
    ],
    ...[
      '<div data-target="ModelHeader" data-props="{&quot;model&quot;:7}">',
      '<div class="release-timeline">',
      '<li>',
    ],
    ...[
      '<a href="https://spdx.github.io/">',
      '<div class="sidebar-section">',
      '<meta name="octolytics-dimension-repository_nwo">',
    ],
  );
  const hosts = fc.constantFrom('github.com', 'huggingface.co', 'pypi.org/project');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), hosts, fc.webPath(), (pieces, host, path) => {
      expect(typeof factsAt(`https://${host}/a/tool${path}`, pieces.join(''))).toBe('object');
    }),
  );
});
