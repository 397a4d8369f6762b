import { isName } from './address.ts';
import { modelIds } from './model-ids.ts';
import { paperIds } from './paper-ids.ts';
import { pathIds } from './path-ids.ts';
import type { Examples, Site } from './site.ts';

export const huggingface: Site = {
  name: 'Hugging Face',
  host: 'huggingface.co',
  otherHosts: ['hf.co'],
  group: 'models',
  access: 'required',
  pageTypes: [
    { prefix: 'pkg:huggingface/', kind: 'model' },
    { prefix: 'huggingface.co/spaces/', kind: 'space' },
    { prefix: 'huggingface.co/datasets/', kind: 'data-set' },
    { prefix: 'huggingface.co/docs/', kind: 'site' },
  ],
  identify(segments) {
    const [section, owner, name] = segments;
    if (!isName(section)) return [];
    // A package URL of this type is always a model, so everything else has host and path.
    const host = 'huggingface.co';
    const own = (path: (string | undefined)[]) =>
      path.every(isName) ? [[host, section, ...path].join('/')] : [];
    if (section === 'docs') return own([owner]);
    if (section === 'spaces' || section === 'datasets') return own([owner, name]);
    // Collections had a number at the end of their name until 2025, and still answer to it (seen 2026-11).
    if (section === 'collections') return own([owner, name?.replace(/-[\da-f]{24}$/, '')]);
    if (section === 'papers') return paperIds(owner);
    if (section === 'blog' || section === 'learn') return pathIds(host, segments.slice(0, 5), 2);
    if (notOwners.has(section)) return [];
    if (owner === undefined || ownersTabs.has(owner)) return own([]);
    return isName(owner) ? modelIds(section, owner) : [];
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

// Lists on an owner's page: there is no model at such an address.
const ownersTabs = new Set('activity collections datasets models papers spaces'.split(' '));

const sam3 = ['pkg:huggingface/facebook/sam3'];

export const huggingfaceExamples: Examples = {
  'https://huggingface.co/facebook/sam3': sam3,
  'https://huggingface.co/Facebook/SAM3/tree/main': sam3,
  'https://huggingface.co/facebook/sam3/blob/main/README.md?raw=1': sam3,
  'https://huggingface.co/facebook': ['huggingface.co/facebook'],
  'https://huggingface.co/facebook/models?search=sam3': ['huggingface.co/facebook'],
  'https://huggingface.co/facebook/activity/all': ['huggingface.co/facebook'],
  'https://huggingface.co/Qwen/Qwen2.5-Coder-7B-Instruct-GPTQ-Int4/tree/main': [
    'pkg:huggingface/qwen/qwen2.5-coder-7b-instruct-gptq-int4',
    'pkg:huggingface/qwen/qwen2.5-coder-7b-instruct',
  ],
  'https://huggingface.co/someone/gguf': ['pkg:huggingface/someone/gguf'],
  'https://hf.co/facebook/sam3': sam3,
  'https://hf.co/papers/2511.16719': ['arxiv.org/abs/2511.16719'],
  'https://huggingface.co/': [],
  'https://huggingface.co/models?search=sam3': [],
  'https://huggingface.co/datasets/facebook/SA-Co/viewer/default?row=3': [
    'huggingface.co/datasets/facebook/sa-co',
  ],
  'https://huggingface.co/datasets/facebook': [],
  'https://huggingface.co/datasets?search=sam3': [],
  'https://huggingface.co/spaces/facebook/sam3-demo/tree/main': ['huggingface.co/spaces/facebook/sam3-demo'],
  'https://huggingface.co/spaces/facebook': [],
  'https://huggingface.co/docs/transformers/v5.0.0/en/index': ['huggingface.co/docs/transformers'],
  'https://huggingface.co/docs': [],
  'https://huggingface.co/papers': [],
  'https://huggingface.co/papers/2511.16719': ['arxiv.org/abs/2511.16719'],
  'https://huggingface.co/collections/facebook/sam3': ['huggingface.co/collections/facebook/sam3'],
  'https://huggingface.co/collections/Qwen/qwen3-67dd247413f0e2e4f653967f': [
    'huggingface.co/collections/qwen/qwen3',
  ],
  'https://huggingface.co/collections/facebook': [],
  'https://huggingface.co/blog/flux-2': ['huggingface.co/blog/flux-2'],
  'https://huggingface.co/blog': [],
  'https://huggingface.co/learn/agents-course/unit2/smolagents/introduction': [
    'huggingface.co/learn/agents-course/unit2/smolagents/introduction',
    'huggingface.co/learn/agents-course/unit2/smolagents',
    'huggingface.co/learn/agents-course/unit2',
    'huggingface.co/learn/agents-course',
  ],
};
