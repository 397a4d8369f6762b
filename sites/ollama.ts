import { homeAnchors, homepage } from './homepage.ts';
import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const ollama: Site = {
  name: 'Ollama library',
  host: 'ollama.com',
  otherHosts: ['ollama.ai'],
  group: 'models',
  access: 'optional',
  pageTypes: [{ prefix: 'ollama.com/library/', kind: 'model' }],
  identify(segments) {
    const [owner, model] = segments;
    // These pages belong to Ollama itself; a page of a model is about that model only, even if the catalog does not have it.
    if (!owner || notOwners.has(owner) || (owner === 'library' && !model))
      return homepage({ host: 'ollama.com', segments });
    const name = model?.split(':')[0];
    return isName(owner) && isName(name) ? [`ollama.com/${owner}/${name}`] : [];
  },
  anchors: [{ selector: 'main [x-test-model-name]', put: 'float', seen: '2025-08' }, ...homeAnchors],
};

// First path segments that cannot be owners: Ollama's own pages, as linked in its menu (seen 2025-08) and documentation (seen 2026-08).
const notOwners = new Set(
  'api blog cloud connect docs download models new pricing public search settings signin signup upgrade v1'.split(
    ' ',
  ),
);

const gptOss = ['ollama.com/library/gpt-oss'];

export const ollamaExamples: Examples = {
  'https://ollama.com/library/gpt-oss': gptOss,
  'https://ollama.com/library/GPT-OSS:20b': gptOss,
  'https://www.ollama.com/library/gpt-oss/tags?sort=size': gptOss,
  'https://ollama.com/someone/gpt-oss:latest': ['ollama.com/someone/gpt-oss'],
  'https://ollama.ai/library/gpt-oss': gptOss,
  'https://ollama.ai/download': ['ollama.com/download', 'ollama.com'],
  'https://ollama.com/someone': [],
  'https://ollama.com/': ['ollama.com', 'ollama.com/'],
  'https://ollama.com/library?sort=newest': ['ollama.com/library', 'ollama.com'],
  'https://ollama.com/search?c=tools': ['ollama.com/search', 'ollama.com'],
  'https://ollama.com/blog/gpt-oss': ['ollama.com/blog/gpt-oss', 'ollama.com/blog', 'ollama.com'],
  'https://ollama.com/download/linux': ['ollama.com/download/linux', 'ollama.com/download', 'ollama.com'],
};
