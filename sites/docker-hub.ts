import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const dockerHub: Site = {
  name: 'Docker Hub',
  host: 'hub.docker.com',
  group: 'images',
  access: 'optional',
  pageTypes: [
    { prefix: 'pkg:docker/', kind: 'image', pathOf: (name) => `${name.includes('/') ? 'r' : '_'}/${name}` },
  ],
  identify(segments) {
    // Whoever may push an image sees it under this path.
    const isOwned = segments[0] === 'repository' && segments[1] === 'docker';
    const [section, owner, image] = isOwned ? ['r', ...segments.slice(2)] : segments;
    // An official image has no owner, so its package URL has no namespace.
    const path = section === '_' || owner === 'library' ? [section === '_' ? owner : image] : [owner, image];
    if (!['_', 'r', 'layers'].includes(section ?? '') || !path.every(isName)) return [];
    return [`pkg:docker/${path.join('/')}`];
  },
  // A script renders the page, and its HTML is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const ollama = ['pkg:docker/ollama/ollama'];

export const dockerHubExamples: Examples = {
  'https://hub.docker.com/r/ollama/ollama': ollama,
  'https://hub.docker.com/r/Ollama/ollama/tags?name=rocm': ollama,
  'https://hub.docker.com/layers/ollama/ollama/latest/images/sha256-1': ollama,
  'https://hub.docker.com/repository/docker/ollama/ollama/general': ollama,
  'https://hub.docker.com/_/postgres': ['pkg:docker/postgres'],
  'https://hub.docker.com/_/postgres/tags': ['pkg:docker/postgres'],
  'https://hub.docker.com/r/library/postgres': ['pkg:docker/postgres'],
  'https://hub.docker.com/': [],
  'https://hub.docker.com/r/ollama': [],
  'https://hub.docker.com/u/ollama': [],
  'https://hub.docker.com/search?q=ollama': [],
  'https://hub.docker.com/extensions/docker/labs-ai-tools': [],
  'https://hub.docker.com/mcp/server/github': [],
};
