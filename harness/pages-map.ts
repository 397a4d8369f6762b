import { heavyRepository } from './heavy-repository.ts';
import { savedPage } from './saved-page.ts';

/** Which of a site's faces to show: GitHub's header depends on being signed in, PyPI was redesigned in 2026. */
export type Variant = 'logged-out' | 'logged-in' | 'logged-in-2024' | 'heavy' | 'pypi-before-2026';

const notOwners =
  /^(topics|trending|explore|settings|marketplace|features|orgs|users|sponsors|login|collections)$/;

/** The sites on request, each with the page that stands for what a path of it names. */
const onRequest: Record<string, (path: string[]) => string | undefined> = {
  'gitlab.com': ([owner = '', name]) => name && savedPage('gitlab/project.html', { owner, name }),
  'codeberg.org': ([owner = '', name]) => name && savedPage('codeberg/repository.html', { owner, name }),
  'hub.docker.com': ([, owner = '', name]) => name && savedPage('docker-hub/image.html', { owner, name }),
  'marketplace.visualstudio.com': () => savedPage('vs-code-marketplace/extension.html', { name: 'Oven' }),
  'replicate.com': ([owner = '', name]) => name && savedPage('replicate/model.html', { owner, name }),
  'ollama.com': ([, name]) =>
    savedPage(name ? 'ollama/model.html' : 'product/plain.html', { name: name ?? '' }),
  'www.npmjs.com': ([, owner = '', name = owner]) => savedPage('npm/page.html', { name }),
  'crates.io': ([, name = '']) => savedPage('crates/page.html', { name }),
  'docs.rs': ([name = '']) => savedPage('docs-rs/page.html', { name }),
  'pkg.go.dev': (path) => savedPage('go/page.html', { name: path.at(-1) ?? '' }),
  'anaconda.org': ([, name = '']) => savedPage('conda/page.html', { name }),
  'prefix.dev': (path) => savedPage('prefix-dev/page.html', { name: path[3] ?? '' }),
  'open-vsx.org': ([, , name = '']) => savedPage('open-vsx/page.html', { name }),
  'plugins.jetbrains.com': ([, name = '']) => savedPage('jetbrains/page.html', { name }),
  'central.sonatype.com': ([, , name = '']) => savedPage('maven-central/page.html', { name }),
  'mvnrepository.com': ([, , name = '']) => savedPage('mvn-repository/page.html', { name }),
  'www.nuget.org': ([, name = '']) => savedPage('nuget/page.html', { name }),
  'rubygems.org': ([, name = '']) => savedPage('rubygems/page.html', { name }),
  'packagist.org': ([, , name = '']) => savedPage('packagist/page.html', { name }),
  'jsr.io': ([, name = '']) => savedPage('jsr/page.html', { name }),
  'formulae.brew.sh': ([, name = '']) => savedPage('homebrew/page.html', { name }),
  'www.pepy.tech': ([, name = '']) => savedPage('pepy/page.html', { name }),
  'arxiv.org': (path) => savedPage('arxiv/page.html', { name: path[1] ?? '' }),
  'deepwiki.com': (path) => savedPage('deepwiki/page.html', { name: path[1] ?? '' }),
  'www.modelscope.cn': (path) => savedPage('modelscope/page.html', { name: path[2] ?? '' }),
  'www.kaggle.com': (path) => savedPage('kaggle/page.html', { name: path[2] ?? '' }),
  'openrouter.ai': ([, name]) =>
    savedPage(name ? 'openrouter/page.html' : 'product/plain.html', { name: name ?? '' }),
  'app.readthedocs.org': (path) => savedPage('read-the-docs/page.html', { name: path[1] ?? '' }),
  'glama.ai': (path) => savedPage('glama/page.html', { name: path[3] ?? '' }),
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
