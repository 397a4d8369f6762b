import { isName } from './address.ts';
import { homeAnchors, homepage } from './homepage.ts';
import type { Examples, Site } from './site.ts';

export const openrouter: Site = {
  name: 'OpenRouter Models',
  host: 'openrouter.ai',
  group: 'models',
  access: 'optional',
  pageTypes: [{ prefix: 'openrouter.ai/', kind: 'model' }],
  identify(segments) {
    const [owner, model] = segments;
    // These pages belong to OpenRouter itself; a page of a model is about that model only, even if the catalog does not have it.
    if (!owner || notOwners.has(owner)) return homepage({ host: 'openrouter.ai', segments });
    const name = model?.split(':')[0];
    return isName(owner) && isName(name) ? [`openrouter.ai/${owner}/${name}`] : [];
  },
  anchors: homeAnchors,
};

// First path segments that cannot be owners of models: OpenRouter's own pages, as linked in READMEs (seen 2026-11).
const notOwners = new Set(
  (
    'about activity announcements api apps assets auth blog byok careers chat collections compare credits dashboard docs ' +
    'enterprise fusion images keys labs models orgs presets pricing privacy provider providers rankings settings sign-in ' +
    'sign-up signup state-of-ai support terms works-with-openrouter workspaces'
  ).split(' '),
);

const gptOss = ['openrouter.ai/openai/gpt-oss-20b'];

export const openrouterExamples: Examples = {
  'https://openrouter.ai/openai/gpt-oss-20b': gptOss,
  'https://openrouter.ai/OpenAI/gpt-oss-20b:free/providers?sort=price#top': gptOss,
  'https://openrouter.ai/openai': [],
  'https://openrouter.ai/': ['openrouter.ai', 'openrouter.ai/'],
  'https://openrouter.ai/models?q=qwen': ['openrouter.ai/models', 'openrouter.ai'],
  'https://openrouter.ai/settings/keys': [
    'openrouter.ai/settings/keys',
    'openrouter.ai/settings',
    'openrouter.ai',
  ],
};
