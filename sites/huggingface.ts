import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const huggingface: Site = {
  name: 'Hugging Face',
  host: 'huggingface.co',
  access: 'required',
  pageTypes: [
    { prefix: 'pkg:huggingface/', kind: 'model' },
    { prefix: 'huggingface.co/spaces/', kind: 'space' },
    { prefix: 'huggingface.co/datasets/', kind: 'data-set' },
  ],
  identify([owner, model, name]) {
    if (!owner || !model || !isName(model)) return [];
    // A package URL of this type is always a model, so spaces, data sets and documentation have host and path.
    if (owner === 'docs') return [`huggingface.co/docs/${model}`];
    if (owner === 'spaces' || owner === 'datasets')
      return name && isName(name) ? [`huggingface.co/${owner}/${model}/${name}`] : [];
    return notOwners.has(owner) || !isName(owner) ? [] : [`pkg:huggingface/${owner}/${model}`];
  },
  anchors: [
    { selector: '[data-target="SpaceHeader"] h1', put: 'float', seen: '2025-11' },
    { selector: '[data-target="ModelHeader"] h1', put: 'float', seen: '2025-10' },
    { selector: '[data-target="DatasetHeader"] h1', put: 'float', seen: '2025-10' },
  ],
};

// First path segments that cannot be owners: the site's own pages, as linked in its menus and footer (seen 2025-10).
const notOwners = new Set(
  (
    'api billing blog brand chat collections contribute course dashboard datasets docs enterprise front inference ' +
    'inference-endpoints join jobs kernels learn login logout models new new-dataset new-space notifications oauth ' +
    'organizations papers pricing posts privacy search settings spaces storage subscribe support tasks terms-of-service welcome'
  ).split(' '),
);

const sam3 = ['pkg:huggingface/facebook/sam3'];

export const huggingfaceExamples: Examples = {
  'https://huggingface.co/facebook/sam3': sam3,
  'https://huggingface.co/Facebook/SAM3/tree/main': sam3,
  'https://huggingface.co/facebook/sam3/blob/main/README.md?raw=1': sam3,
  'https://huggingface.co/facebook': [],
  'https://huggingface.co/datasets/facebook/SA-Co/viewer/default?row=3': [
    'huggingface.co/datasets/facebook/sa-co',
  ],
  'https://huggingface.co/datasets/facebook': [],
  'https://huggingface.co/datasets?search=sam3': [],
  'https://huggingface.co/spaces/facebook/sam3-demo/tree/main': ['huggingface.co/spaces/facebook/sam3-demo'],
  'https://huggingface.co/spaces/facebook': [],
  'https://huggingface.co/docs/transformers/v5.0.0/en/index': ['huggingface.co/docs/transformers'],
  'https://huggingface.co/docs': [],
  'https://huggingface.co/papers/2511.16719': [],
  'https://huggingface.co/collections/facebook/sam3': [],
};
