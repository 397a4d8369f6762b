// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../../sites/site.ts';
import { factsAt } from '../../../builders/page-facts.ts';

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
    [
      'of a yanked release',
      projectPage(badge('bad', 'This release has been yanked'), ''),
      { warning: 'yanked' },
    ],
    [
      'in quarantine',
      projectPage(badge('warn', 'This project has been quarantined'), ''),
      { warning: 'quarantined' },
    ],
    [
      'in quarantine, in another language',
      projectPage(
        '<a class="status-badge status-badge--warn" href="/help/#project_in_quarantine"><span>Quarantäne</span></a>',
        '',
      ),
      { warning: 'quarantined' },
    ],
    ...(['quarantined', 'yanked'] as const).map((status): [string, string, PageFacts] => [
      `${status}, since the redesign, in any language`,
      `<div class="project-status project-status--${status}"><strong>…</strong></div><h1 class="project-header__name">a-tool 1.2.3</h1>`,
      { warning: status },
    ]),
    [
      'of a pre-release, since the redesign',
      '<div class="project-status project-status--pre-release"></div><h1 class="project-header__name">a-tool 1.2.3b1</h1>',
      {},
    ],
    [
      'in whose history one release was yanked',
      '<h1 class="project-header__name">a-tool 1.2.3</h1><div class="release-timeline"><div class="release release--yanked">yanked</div></div>',
      { version: '1.2.3' },
    ],
    [
      'that names another project',
      '<div class="project-status project-status--quarantined"></div><h1 class="project-header__name">other 1.2.3</h1>',
      {},
    ],
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
