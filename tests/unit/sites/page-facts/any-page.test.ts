// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsAt } from '../../../builders/page-facts.ts';
import { urlPath } from '../../../builders/urls.ts';

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
    fc.property(fc.array(piece, { maxLength: 12 }), hosts, urlPath, (pieces, host, path) => {
      expect(typeof factsAt(`https://${host}/a/tool${path}`, pieces.join(''))).toBe('object');
    }),
  );
});
