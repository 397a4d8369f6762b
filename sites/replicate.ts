import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const replicate: Site = {
  name: 'Replicate',
  host: 'replicate.com',
  group: 'models',
  access: 'optional',
  pageTypes: [{ prefix: 'replicate.com/', kind: 'model' }],
  identify([owner, model]) {
    if (!isName(owner) || !isName(model) || notOwners.has(owner)) return [];
    return [`replicate.com/${owner}/${model}`];
  },
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

// First path segments that cannot be owners: the site's own pages, as linked in its menu (seen 2024-08) and documentation (seen 2026-08).
const notOwners = new Set(
  (
    'about account api blog changelog collections deployments docs enterprise explore guides home invoices login p ' +
    'playground predictions pricing privacy settings showcase signin static status support terms trainings'
  ).split(' '),
);

const schnell = ['replicate.com/black-forest-labs/flux-schnell'];

export const replicateExamples: Examples = {
  'https://replicate.com/black-forest-labs/flux-schnell': schnell,
  'https://replicate.com/Black-Forest-Labs/flux-schnell/api/learn-more?lang=python#run': schnell,
  'https://replicate.com/': [],
  'https://replicate.com/black-forest-labs': [],
  'https://replicate.com/collections/text-to-image': [],
  'https://replicate.com/docs/get-started/python': [],
  'https://replicate.com/explore': [],
  'https://replicate.com/account/api-tokens': [],
  'https://replicate.com/blog/flux-is-fast': [],
};
