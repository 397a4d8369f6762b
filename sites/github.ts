import { isName } from './address.ts';
import { githubForkOf } from './github-page.ts';
import { pathIds } from './path-ids.ts';
import type { Examples, Site } from './site.ts';

export const github: Site = {
  name: 'GitHub',
  host: 'github.com',
  group: 'code',
  access: 'required',
  pageTypes: [{ prefix: 'pkg:github/', kind: 'repository' }],
  identify(segments) {
    const [owner = '', repository = ''] = segments;
    if (owner === 'orgs' || owner === 'users') return imagesOfAccount(segments);
    const productDepth = productPages.get(owner);
    if (productDepth) return pathIds('github.com', segments.slice(0, 4), productDepth);
    return githubPageId(owner, repository);
  },
  anchors: [
    {
      // Before `loaded` React hydrates the server's HTML and would remove a foreign element (seen 2026-08).
      selector:
        'react-partial.loaded .GlobalNav nav:is([aria-label="Breadcrumbs"], [data-component="Breadcrumbs"]) ol',
      put: 'float',
      seen: '2026-08',
    },
    {
      selector: '#repository-container-header:not([hidden]) strong[itemprop="name"] ~ .Label',
      put: 'after',
      seen: '2026-08',
    },
    {
      selector: '#repository-container-header:not([hidden]) strong[itemprop="name"]',
      put: 'after',
      seen: '2026-08',
    },
    { selector: '.AppHeader-context-full', put: 'float', seen: '2025-07' },
  ],
  forkOf: githubForkOf,
};

/** The page id of a repository, in a list; empty where owner or name cannot be one. */
export function githubPageId(owner: string, repository: string): string[] {
  const name = repository.replace(/\.git$/, '');
  if (!/^[a-z\d][a-z\d_-]*$/.test(owner) || !/^[\w.-]+$/.test(name)) return [];
  return notOwners.has(owner) ? [] : [`pkg:github/${owner}/${name}`];
}

// `orgs/<owner>/packages/container/package/<name>`, where `package` is missing on the page of one version (seen 2026-08).
function imagesOfAccount([, account, section, type, ...rest]: string[]): string[] {
  const [image = ''] = rest[0] === 'package' ? rest.slice(1) : rest;
  return section === 'packages' && type === 'container'
    ? githubImageIds(account, image.replaceAll('%2f', '/'))
    : [];
}

/**
 * The page ids of a container image of an account on GitHub, longest first: the image, what its name begins with, and the
 * account's repository of that name. Tag and digest are dropped.
 */
export function githubImageIds(owner = '', image = ''): string[] {
  const path = image.replace(/[:@].*$/, '').split('/');
  const repository = githubPageId(owner, path[0]!);
  if (repository.length === 0 || !path.every(isName)) return [];
  return [...pathIds(`ghcr.io/${owner}`, path, 1), ...repository];
}

// First path segments that cannot be owners, since GitHub uses them for its own pages; a test checks them against the list of reserved names.
const notOwners = new Set(
  (
    'about account advisories apps auth blog careers changelog codespaces collections contact copilot customer-stories ' +
    'dashboard developer discussions edu education enterprise enterprises events explore features gist gists git-guides ' +
    'github-copilot guides home images issues join login logout marketplace mcp mine new newsroom notifications ' +
    'open-source organizations orgs partners plans press pricing pulls readme resources repos search security sessions ' +
    'settings showcases signup site site-policy sponsors stars status support team topics trending user-attachments ' +
    'users watching why-github wiki'
  ).split(' '),
);

// First path segments, among those that cannot be owners, under which GitHub's own products have pages, and how deep these begin.
const productPages = new Map<string | undefined, number>([
  ['copilot', 1],
  ['features', 2],
]);

const axolotl = ['pkg:github/axolotl-ai-cloud/axolotl'];
const openWebui = ['ghcr.io/open-webui/open-webui', 'pkg:github/open-webui/open-webui'];

export const githubExamples: Examples = {
  'https://github.com/axolotl-ai-cloud/axolotl': axolotl,
  'https://github.com/Axolotl-AI-Cloud/Axolotl/': axolotl,
  'https://www.github.com/axolotl-ai-cloud/axolotl.git': axolotl,
  'http://github.com//axolotl-ai-cloud///axolotl//': axolotl,
  'https://github.com/axolotl-ai-cloud/axolotl/issues/12?q=is%3Aopen#top': axolotl,
  'https://github.com/axolotl-ai-cloud/axolotl/blob/main/README.md': axolotl,
  'https://github.com./axolotl-ai-cloud/axolotl/releases/tag/v0.16.0': axolotl,
  'https://github.com/axolotl-ai-cloud/axolot%6C': axolotl,
  'https://github.com/axolotl-ai-cloud': [],
  'https://github.com/': [],
  'https://github.com/topics/llm': [],
  'https://github.com/search/advanced': [],
  'https://github.com/settings/profile': [],
  'https://github.com/axolotl-ai-cloud/axolotl/pkgs/container/axolotl/123456?tag=main': axolotl,
  'https://github.com/orgs/Open-WebUI/packages/container/package/open-webui': openWebui,
  'https://github.com/users/open-webui/packages/container/open-webui/123456?tag=main': openWebui,
  'https://github.com/orgs/open-webui/packages/container/package/open-webui%2Fcuda': [
    'ghcr.io/open-webui/open-webui/cuda',
    ...openWebui,
  ],
  'https://github.com/orgs/open-webui/packages?repo_name=open-webui': [],
  'https://github.com/orgs/open-webui/packages/npm/package/open-webui': [],
  'https://github.com/orgs/axolotl-ai-cloud/repositories': [],
  'https://github.com/sponsors/axolotl-ai-cloud': [],
  'https://github.com/marketplace/actions/setup-uv': [],
  'https://github.com/features/copilot/': ['github.com/features/copilot'],
  'https://github.com/features/copilot/cli?locale=de': [
    'github.com/features/copilot/cli',
    'github.com/features/copilot',
  ],
  'https://github.com/features': [],
  'https://github.com/copilot': ['github.com/copilot'],
  'https://github.com/copilot/agents': ['github.com/copilot/agents', 'github.com/copilot'],
  'https://github.com/trending/python': [],
  'https://github.com/owner/a%2Fb': [],
  'https://github.com:8443/axolotl-ai-cloud/axolotl': [],
  'https://github.com@example.com/axolotl-ai-cloud/axolotl': [],
  'https://someone@github.com/axolotl-ai-cloud/axolotl': [],
  'ftp://github.com/axolotl-ai-cloud/axolotl': [],
};
