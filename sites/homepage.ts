import type { Address } from './address.ts';
import { pathIds } from './path-ids.ts';
import type { Anchor, Examples } from './site.ts';

// No product page of the catalog lies deeper, and each prefix is one more key to look up.
const maxDepth = 6;

/**
 * The page ids of a product's own site: host and path, then each shorter path down to the host alone. Where a path begins with
 * a language or a version, each of them is also looked up in English and without these. The front page alone is `host/`, for a
 * host that also has the pages of other projects.
 */
export function homepage({ host: written, segments }: Pick<Address, 'host' | 'segments'>): string[] {
  if (!written.includes('.')) return [];
  // Two former names of Read the Docs, which redirect.
  const host = written.replace(/\.(rtfd\.(io|org)|readthedocs\.org)$/, '.readthedocs.io');
  const edition = segments.slice(0, editionLength(segments));
  const path = segments.slice(edition.length, maxDepth);
  if (path.length === 0 && edition.length === 0) return [host, `${host}/`];
  if (edition.length === 0) return pathIds(host, path, 0);
  const editions = [edition, edition.slice(0, 1), ['en'], []];
  const ids = pathIds('', path, 0).flatMap((end) =>
    editions.map((start) => [host, ...start].join('/') + end),
  );
  return [...new Set(ids)];
}

// The languages that documentation is translated into, by ISO 639-1, without those whose code means something else in a path (`ml`).
const languages = new Set(
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv th tr uk ur vi zh'.split(
    ' ',
  ),
);

/** How many of the first segments say only which edition of a page this is: a language (BCP 47), a version, or both. */
function editionLength([first = '', second = '']: string[]): number {
  const [language = ''] = /^[a-z]{2}(?=(-([a-z]{2}|[a-z]{4}|\d{3}))?$)/.exec(first) ?? [];
  if (languages.has(language)) return isVersion(second) ? 2 : 1;
  return isVersion(first) ? 1 : 0;
}

// `v2` alone could be the second generation of a product; docs.github.com has `enterprise-server@3.20` (seen 2026-08).
function isVersion(segment: string): boolean {
  return /^(latest|stable|v?\d+\.\d+(\.\d+|\.x)*|[a-z-]+@(latest|\d+(\.\d+)*))$/.test(segment);
}

/** Where product and docs sites show their name: the home link in the header, as common site generators write it. */
export const homeAnchors: Anchor[] = [
  { selector: 'a.navbar-brand, a.navbar__brand', put: 'float', seen: '2026-11', named: true },
  { selector: '.md-header__topic .md-ellipsis', put: 'float', seen: '2026-11', named: true },
  { selector: ':is(header, nav, [role="banner"]) a[href="/"]', put: 'float', seen: '2026-11', named: true },
];

export const homepageExamples: Examples = {
  'https://ai.meta.com/sam3': ['ai.meta.com/sam3', 'ai.meta.com'],
  'https://ai.meta.com/SAM3/?utm_source=x#demo': ['ai.meta.com/sam3', 'ai.meta.com'],
  'https://www.ai.meta.com//sam3//': ['ai.meta.com/sam3', 'ai.meta.com'],
  'https://ai.meta.com/sam3d/': ['ai.meta.com/sam3d', 'ai.meta.com'],
  'https://docs.axolotl.ai/docs/config.html': [
    'docs.axolotl.ai/docs/config.html',
    'docs.axolotl.ai/docs',
    'docs.axolotl.ai',
  ],
  'https://docs.axolotl.ai./': ['docs.axolotl.ai', 'docs.axolotl.ai/'],
  'https://www.www.axolotl.ai/': ['www.axolotl.ai', 'www.axolotl.ai/'],
  'https://github.com.example.com/axolotl-ai-cloud/axolotl': [
    'github.com.example.com/axolotl-ai-cloud/axolotl',
    'github.com.example.com/axolotl-ai-cloud',
    'github.com.example.com',
  ],
  'https://detectron2.rtfd.io/': ['detectron2.readthedocs.io', 'detectron2.readthedocs.io/'],
  'http://detectron2.readthedocs.org/modules': [
    'detectron2.readthedocs.io/modules',
    'detectron2.readthedocs.io',
  ],
  'https://docs.axolotl.ai/pt-br/': ['docs.axolotl.ai/pt-br', 'docs.axolotl.ai/en', 'docs.axolotl.ai'],
  'https://docs.github.com/de/copilot/quickstart': [
    'docs.github.com/de/copilot/quickstart',
    'docs.github.com/en/copilot/quickstart',
    'docs.github.com/copilot/quickstart',
    'docs.github.com/de/copilot',
    'docs.github.com/en/copilot',
    'docs.github.com/copilot',
    'docs.github.com/de',
    'docs.github.com/en',
    'docs.github.com',
  ],
  'https://docs.github.com/ja/enterprise-cloud@latest/copilot': [
    'docs.github.com/ja/enterprise-cloud@latest/copilot',
    'docs.github.com/ja/copilot',
    'docs.github.com/en/copilot',
    'docs.github.com/copilot',
    'docs.github.com/ja/enterprise-cloud@latest',
    'docs.github.com/ja',
    'docs.github.com/en',
    'docs.github.com',
  ],
  'https://docs.axolotl.ai/latest/install': [
    'docs.axolotl.ai/latest/install',
    'docs.axolotl.ai/en/install',
    'docs.axolotl.ai/install',
    'docs.axolotl.ai/latest',
    'docs.axolotl.ai/en',
    'docs.axolotl.ai',
  ],
  'https://docs.axolotl.ai/ml/install': [
    'docs.axolotl.ai/ml/install',
    'docs.axolotl.ai/ml',
    'docs.axolotl.ai',
  ],
  'https://docs.axolotl.ai:8443/': [],
  'https://docs.axolotl.ai@example.com/': [],
  'http://localhost/': [],
  'file:///docs.axolotl.ai/index.html': [],
  'docs.axolotl.ai': [],
};
