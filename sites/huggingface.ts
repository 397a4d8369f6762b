import type { Examples, Site } from './site.ts';

export const huggingface: Site = {
  name: 'Hugging Face',
  host: 'huggingface.co',
  access: 'at installation',
  identify([owner, model, name]) {
    if (!owner || !model || !isName(model)) return [];
    // Documentation and spaces have no package URL, so host and path name them.
    if (owner === 'docs') return [`huggingface.co/docs/${model}`];
    if (owner === 'spaces') return name && isName(name) ? [`huggingface.co/spaces/${model}/${name}`] : [];
    return notOwners.has(owner) || !isName(owner) ? [] : [`pkg:huggingface/${owner}/${model}`];
  },
  anchors: [{ selector: '[data-target="ModelHeader"] h1', put: 'float', seen: '2025-10' }],
};

// First path segments that are the site's own pages, as its menus and footer link them; seen 2025-10.
const notOwners = new Set(
  (
    'api billing blog brand chat collections contribute dashboard datasets docs enterprise front inference ' +
    'inference-endpoints join jobs kernels learn login logout models new new-dataset new-space notifications oauth ' +
    'organizations papers pricing posts privacy search settings spaces storage subscribe support tasks terms-of-service welcome'
  ).split(' '),
);

function isName(segment: string): boolean {
  return /^[\w.-]+$/.test(segment);
}

const sam3 = ['pkg:huggingface/facebook/sam3'];

export const huggingfaceExamples: Examples = {
  'https://huggingface.co/facebook/sam3': sam3,
  'https://huggingface.co/Facebook/SAM3/tree/main': sam3,
  'https://huggingface.co/facebook/sam3/blob/main/README.md?raw=1': sam3,
  'https://huggingface.co/facebook': [],
  'https://huggingface.co/datasets/facebook/sa-co': [],
  'https://huggingface.co/spaces/facebook/sam3-demo/tree/main': ['huggingface.co/spaces/facebook/sam3-demo'],
  'https://huggingface.co/spaces/facebook': [],
  'https://huggingface.co/docs/transformers/v5.0.0/en/index': ['huggingface.co/docs/transformers'],
  'https://huggingface.co/docs': [],
  'https://huggingface.co/papers/2511.16719': [],
  'https://huggingface.co/collections/facebook/sam3': [],
};
