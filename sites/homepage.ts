import type { Address } from './address.ts';
import type { Anchor, Examples } from './site.ts';

// No product page of the catalog lies deeper, and each prefix is one more key to look up.
const maxDepth = 6;

/** The page ids of a product's own site: host and path, then each shorter path down to the host alone. */
export function homepage({ host, segments }: Omit<Address, 'query'>): string[] {
  if (!host.includes('.')) return [];
  const path = segments.slice(0, maxDepth);
  return Array.from({ length: path.length + 1 }, (_, cut) =>
    [host, ...path.slice(0, path.length - cut)].join('/'),
  );
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
  'https://docs.axolotl.ai./': ['docs.axolotl.ai'],
  'https://www.www.axolotl.ai/': ['www.axolotl.ai'],
  'https://github.com.example.com/axolotl-ai-cloud/axolotl': [
    'github.com.example.com/axolotl-ai-cloud/axolotl',
    'github.com.example.com/axolotl-ai-cloud',
    'github.com.example.com',
  ],
  'https://docs.axolotl.ai:8443/': [],
  'https://docs.axolotl.ai@example.com/': [],
  'http://localhost/': [],
  'file:///docs.axolotl.ai/index.html': [],
  'docs.axolotl.ai': [],
};
