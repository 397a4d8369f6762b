import { githubImageIds } from './github.ts';
import type { Examples, Site } from './site.ts';

export const ghcr: Site = {
  name: 'GitHub Container registry',
  host: 'ghcr.io',
  group: 'images',
  // Browsers are redirected to the image’s page on GitHub.
  access: 'none',
  pageTypes: [{ prefix: 'ghcr.io/', kind: 'image' }],
  identify([owner, ...image]) {
    return notOwners.has(owner ?? '') ? [] : githubImageIds(owner, image.join('/'));
  },
  anchors: [],
};

// First path segments of the registry's interface for programs.
const notOwners = new Set(['token', 'v1', 'v2']);

const openWebui = ['ghcr.io/open-webui/open-webui', 'pkg:github/open-webui/open-webui'];

export const ghcrExamples: Examples = {
  'https://ghcr.io/open-webui/open-webui': openWebui,
  'https://ghcr.io/Open-WebUI/open-webui:main': openWebui,
  'https://ghcr.io/open-webui/open-webui@sha256:0123': openWebui,
  'https://ghcr.io/open-webui/open-webui/cuda?tab=tags#top': [
    'ghcr.io/open-webui/open-webui/cuda',
    ...openWebui,
  ],
  'https://ghcr.io/': [],
  'https://ghcr.io/open-webui': [],
  'https://ghcr.io/v2/open-webui/open-webui/tags/list': [],
  'https://ghcr.io/token?scope=repository:open-webui/open-webui:pull': [],
};
