import { homeAnchors, homepage } from './homepage.ts';
import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const ollama: Site = {
  name: 'Ollama library',
  host: 'ollama.com',
  access: 'optional',
  pageTypes: [{ prefix: 'ollama.com/library/', kind: 'model' }],
  identify(segments) {
    const [owner, model] = segments;
    // The host is Ollama's own, and so are these pages; a model's page is about the model alone, whether or not anybody knows it.
    if (!owner || own.has(owner) || (owner === 'library' && !model))
      return homepage({ host: 'ollama.com', segments });
    const name = model?.split(':')[0];
    return name && isName(owner) && isName(name) ? [`ollama.com/${owner}/${name}`] : [];
  },
  anchors: [{ selector: 'main [x-test-model-name]', put: 'float', seen: '2025-08' }, ...homeAnchors],
};

// First path segments that are Ollama's own pages and no owner's, as its menu of 2025-08 and its documentation of 2026-08 link them.
const own = new Set(
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
  'https://ollama.com/someone': [],
  'https://ollama.com/': ['ollama.com'],
  'https://ollama.com/library?sort=newest': ['ollama.com/library', 'ollama.com'],
  'https://ollama.com/search?c=tools': ['ollama.com/search', 'ollama.com'],
  'https://ollama.com/blog/gpt-oss': ['ollama.com/blog/gpt-oss', 'ollama.com/blog', 'ollama.com'],
  'https://ollama.com/download/linux': ['ollama.com/download/linux', 'ollama.com/download', 'ollama.com'],
};
