import { heavyRepository } from './heavy-repository.ts';
import { savedPage } from './saved-page.ts';

/** Which of a site's faces to show: GitHub's header depends on being signed in, PyPI was redesigned in 2026. */
export type Variant = 'logged-out' | 'logged-in' | 'logged-in-2024' | 'heavy' | 'pypi-before-2026';

const notOwners =
  /^(topics|trending|explore|settings|marketplace|features|orgs|users|sponsors|login|collections)$/;

/** The page of a site whose HTML nobody has seen; the part of the path at `at` is the tool's name. */
const unseen = (site: string, at: number) => (path: string[]) => {
  const name = path.at(at);
  return name && savedPage('unseen/page.html', { site, name });
};

/** The sites on request, each with the page that stands for what a path of it names. */
const onRequest: Record<string, (path: string[]) => string | undefined> = {
  'gitlab.com': ([owner = '', name]) => name && savedPage('gitlab/project.html', { owner, name }),
  'codeberg.org': ([owner = '', name]) => name && savedPage('codeberg/repository.html', { owner, name }),
  'hub.docker.com': unseen('Docker Hub', 2),
  'marketplace.visualstudio.com': () => savedPage('vs-code-marketplace/extension.html', { name: 'Oven' }),
  'replicate.com': unseen('Replicate', 1),
  'ollama.com': ([, name]) =>
    savedPage(name ? 'ollama/model.html' : 'product/plain.html', { name: name ?? '' }),
  'www.npmjs.com': unseen('npm', -1),
  'crates.io': ([, name = '']) => savedPage('crates/page.html', { name }),
  'docs.rs': ([name = '']) => savedPage('docs-rs/page.html', { name }),
  'pkg.go.dev': (path) => savedPage('go/page.html', { name: path.at(-1) ?? '' }),
  'anaconda.org': unseen('Anaconda.org', 1),
  'prefix.dev': unseen('prefix.dev', 3),
  'open-vsx.org': unseen('Open VSX', 2),
  'plugins.jetbrains.com': unseen('JetBrains Marketplace', 1),
  'central.sonatype.com': unseen('Maven Central', 2),
  'mvnrepository.com': unseen('MvnRepository', 2),
  'www.nuget.org': unseen('NuGet', 1),
  'rubygems.org': unseen('RubyGems', 1),
  'packagist.org': unseen('Packagist', 2),
  'jsr.io': ([, name = '']) => savedPage('jsr/page.html', { name }),
  'formulae.brew.sh': ([, name = '']) => savedPage('homebrew/page.html', { name }),
  'www.pepy.tech': unseen('pepy.tech', 1),
  'arxiv.org': unseen('arXiv', 1),
  'deepwiki.com': unseen('DeepWiki', 1),
  'www.modelscope.cn': unseen('ModelScope', 2),
  'www.kaggle.com': unseen('Kaggle Models', 2),
  'openrouter.ai': (path) =>
    path[1] ? unseen('OpenRouter Models', 1)(path) : savedPage('product/plain.html'),
  'app.readthedocs.org': unseen('Read the Docs', 1),
  'glama.ai': unseen('Glama', 3),
  'smithery.ai': unseen('Smithery', 2),
};

/** The page that an address of the fake web answers with, or nothing where the real one would not exist. */
export function pageAt(host: string, path: string, variant: Variant): string | undefined {
  const [first = '', second, ...rest] = path.split('/').filter(Boolean);
  switch (host) {
    case 'github.com':
      if (first === 'search') return savedPage('github/search.html');
      if (!second || notOwners.test(first))
        return savedPage('github/topic.html', { name: second ?? (first || 'Home') });
      return repository({ owner: first, name: second.replace(/\.git$/, '') }, rest, variant);
    case 'gist.github.com':
      return second && savedPage('github/gist.html', { owner: first, name: second });
    case 'huggingface.co':
      if (rest[0] && (first === 'datasets' || first === 'spaces'))
        return savedPage(`huggingface/${first.replace(/s$/, '')}.html`, { owner: second!, name: rest[0] });
      if (!second || /^(datasets|spaces|docs|papers|collections)$/.test(first))
        return savedPage('product/plain.html');
      return savedPage('huggingface/model.html', { owner: first, name: second });
    case 'pypi.org':
      if (first !== 'project' || !second) return savedPage('product/plain.html');
      return savedPage(variant === 'pypi-before-2026' ? 'pypi/project.html' : 'pypi/project-2026.html', {
        name: second,
        version: rest[0] ?? '0.16.0',
      });
    case 'ai.meta.com':
      return savedPage('product/sam3.html');
    case 'docs.axolotl.ai':
      return savedPage('product/docs.html');
    default:
      if (isPlain(host)) return savedPage('product/plain.html');
      return onRequest[host]?.(path.split('/').filter(Boolean));
  }
}

/** Hosts that stand for the rest of the web: example.com, and every name under .example, look-alikes among them. */
const isPlain = (host: string) => host === 'example.com' || host.endsWith('.example');

/** Whether the fake web plays this host at all. */
export const isPlayed = (host: string): boolean =>
  isPlain(host) ||
  /^(www\.)?(github\.com|gist\.github\.com|huggingface\.co|pypi\.org|ai\.meta\.com|docs\.axolotl\.ai)$/.test(
    host,
  ) ||
  Object.hasOwn(onRequest, host);

function repository(values: { owner: string; name: string }, rest: string[], variant: Variant): string {
  if (variant === 'logged-in') return savedPage('github/repository-logged-in.html', values);
  if (variant === 'logged-in-2024') return savedPage('github/repository-2024-logged-in.html', values);
  if (rest[0] === 'issues' && rest[1]) return savedPage('github/issue.html', values);
  if (variant === 'heavy') return heavyRepository(300_000, values);
  return savedPage('github/repository-logged-out.html', values);
}
