import { isName } from './address.ts';
import { modelIds } from './model-ids.ts';
import type { Examples, Site } from './site.ts';

export const modelscope: Site = {
  name: 'ModelScope',
  host: 'modelscope.cn',
  otherHosts: ['modelscope.ai'],
  www: true,
  group: 'models',
  access: 'optional',
  pageTypes: [
    { prefix: 'modelscope.cn/models/', kind: 'model' },
    { prefix: 'modelscope.cn/studios/', kind: 'space' },
    { prefix: 'modelscope.cn/datasets/', kind: 'data-set' },
  ],
  identify([section, owner, name]) {
    if (!['models', 'studios', 'datasets'].includes(section ?? '')) return [];
    if (!isName(owner) || !isName(name)) return [];
    const own = `modelscope.cn/${section}/${owner}/${name}`;
    return section === 'models' && makers.has(owner) ? [own, ...modelIds(owner, name)] : [own];
  },
  // A script renders the page, and its HTML is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

// Owners under whose name the maker publishes the same models here and on Hugging Face, by the README of Qwen3.8, Wan2.2 and ACE-Step 1.5
// (seen 2026-11). Other owners copy the models of makers that are not here.
const makers = new Set(['ace-step', 'qwen', 'wan-ai']);

const qwen = ['modelscope.cn/models/qwen/qwen3-8b', 'pkg:huggingface/qwen/qwen3-8b'];

export const modelscopeExamples: Examples = {
  'https://modelscope.cn/models/Qwen/Qwen3-8B': qwen,
  'https://www.modelscope.cn/models/qwen/Qwen3-8B/summary?x=1#y': qwen,
  'https://modelscope.cn/models/LLM-Research/Llama-3.2-1B/files': [
    'modelscope.cn/models/llm-research/llama-3.2-1b',
  ],
  'https://modelscope.cn/studios/Wan-AI/Wan2.2-S2V': ['modelscope.cn/studios/wan-ai/wan2.2-s2v'],
  'https://modelscope.cn/datasets/Qwen/P-MMEval': ['modelscope.cn/datasets/qwen/p-mmeval'],
  'https://modelscope.ai/models/Qwen/Qwen3-8B': qwen,
  'https://modelscope.cn/': [],
  'https://modelscope.cn/models': [],
  'https://modelscope.cn/models/Qwen': [],
  'https://modelscope.cn/organization/Qwen': [],
  'https://modelscope.cn/docs/sdk/pipelines': [],
};
