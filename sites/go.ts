import { isName } from './address.ts';
import { githubPageId } from './github.ts';
import { pathIds } from './path-ids.ts';
import type { Examples, Site } from './site.ts';

// No module of the catalog lies deeper, and each prefix is one more key to look up.
const maxDepth = 8;

export const go: Site = {
  name: 'Go packages',
  host: 'pkg.go.dev',
  group: 'packages',
  access: 'optional',
  pageTypes: [{ prefix: 'pkg:golang/', kind: 'package' }],
  identify(segments) {
    const path = segments.map(withoutVersion);
    const [host = '', owner = '', repository = ''] = path;
    const ends = path.findIndex((segment) => !isName(segment));
    const longest = Math.min(ends < 0 ? path.length : ends, maxDepth);
    const shortest = forges.has(host) ? 3 : 1;
    // A package of the standard library has no host in its path, and `golang.org/x` lists modules.
    if (!/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(host) || files.has(host) || path.join('/') === 'golang.org/x')
      return [];
    const modules = pathIds('pkg:golang', path.slice(0, longest), shortest);
    // The path of a package on GitHub names the repository that it is in.
    return host === 'github.com' && modules.length
      ? [...modules, ...githubPageId(owner, repository)]
      : modules;
  },
  // Seen in the site’s own source (golang/pkgsite).
  anchors: [{ selector: 'h1.UnitHeader-titleHeading', put: 'float', seen: '2026-08' }],
};

/** A part of a package path without its version; `!x` stands for a capital X where paths are written for file systems. */
function withoutVersion(segment: string): string {
  return segment.replace(/@.*$/, '').replace(/!(?=[a-z])/g, '');
}

const forges = new Set(['bitbucket.org', 'codeberg.org', 'github.com', 'gitlab.com', 'golang.org']);

// What a site serves for browsers and search engines looks like a host.
const files = new Set(['favicon.ico', 'opensearch.xml', 'robots.txt', 'sitemap.xml']);

const ollama = ['pkg:golang/github.com/ollama/ollama', 'pkg:github/ollama/ollama'];

export const goExamples: Examples = {
  'https://pkg.go.dev/github.com/ollama/ollama': ollama,
  'https://pkg.go.dev/github.com/Ollama/ollama@v0.12.0?tab=versions#section-readme': ollama,
  'https://pkg.go.dev/github.com/ollama/ollama@v0.12.0/api': [
    'pkg:golang/github.com/ollama/ollama/api',
    ...ollama,
  ],
  'https://pkg.go.dev/github.com/!burnt!sushi/toml': [
    'pkg:golang/github.com/burntsushi/toml',
    'pkg:github/burntsushi/toml',
  ],
  'https://pkg.go.dev/google.golang.org/genai': [
    'pkg:golang/google.golang.org/genai',
    'pkg:golang/google.golang.org',
  ],
  'https://pkg.go.dev/golang.org/x/net/html': [
    'pkg:golang/golang.org/x/net/html',
    'pkg:golang/golang.org/x/net',
  ],
  'https://pkg.go.dev/': [],
  'https://pkg.go.dev/golang.org/x': [],
  'https://pkg.go.dev/github.com/ollama': [],
  'https://pkg.go.dev/net/http': [],
  'https://pkg.go.dev/std': [],
  'https://pkg.go.dev/about': [],
  'https://pkg.go.dev/search?q=ollama': [],
  'https://pkg.go.dev/vuln/GO-2024-2699': [],
  'https://pkg.go.dev/license-policy': [],
  'https://pkg.go.dev/badge/github.com/ollama/ollama': [],
  'https://pkg.go.dev/robots.txt': [],
};
