import { siteOf } from '../../sites/index.ts';
import type { PageFacts } from '../../sites/site.ts';

/** The window widths in pixels at which every page is tested. */
export const widths = { wide: 1280, narrow: 400 } as const;
export type Width = keyof typeof widths;

/**
 * One page as it was served in a month, and what is expected of it. `place` is `after` or `float` and a selector of the element
 * with the name, `corner`, or `none`; on a product site, which needs site access first, it is the first place to be tried.
 */
export type PageCase = {
  file: string;
  url: string;
  signedIn: boolean;
  era: string;
  ids: string[];
  tool: string | null;
  place: Record<Width, string>;
  facts: PageFacts;
  note: string;
};

type Expected = Omit<PageCase, 'file' | 'url' | 'era' | 'signedIn' | 'facts' | 'place'> &
  Partial<Pick<PageCase, 'signedIn' | 'facts'>> & { place?: string | [wide: string, narrow: string] };

function row(file: string, era: string, url: string, { place = 'none', ...expected }: Expected): PageCase {
  const [wide, narrow] = typeof place === 'string' ? [place, place] : place;
  return { file, era, url, signedIn: false, facts: {}, ...expected, place: { wide, narrow } };
}

const root = 'https://github.com/axolotl-ai-cloud/axolotl';
const axolotl = { ids: ['pkg:github/axolotl-ai-cloud/axolotl'], tool: 'axolotl' };
const sam3 = { ids: ['pkg:huggingface/facebook/sam3'], tool: 'sam3' };
const onPypi = { ids: ['pkg:pypi/axolotl'], tool: 'axolotl' };
const signedIn = true;
const extension = 'https://marketplace.visualstudio.com/items?itemName=';

const label = 'after #repository-container-header .Label';
const crumbs = 'float .GlobalNav ol';
const modelName = 'float [data-target="ModelHeader"] h1';

// Eras by the months of github-pages: A pjax, B Turbo, C AppHeader, D crumbs of its own, E React shell, F signed out beside it.
const github: PageCase[] = [
  row('github/repository-2021.html', '2021-10', root, {
    ...axolotl,
    place: label,
    facts: { version: 'v0.16.0', license: 'MIT License' },
    note: 'A: the name in an h1; the badge goes outside of it',
  }),
  row('github/blob-2021.html', '2021-12', `${root}/blob/main/LICENSE`, {
    ...axolotl,
    place: label,
    note: 'A: a license file is not a label, and a warning on it is not a banner',
  }),
  row('github/repository-2022.html', '2022-10', 'https://github.com/OpenAccess-AI-Collective/axolotl', {
    ids: ['pkg:github/openaccess-ai-collective/axolotl'],
    tool: 'axolotl',
    place: label,
    facts: { version: 'v0.16.0', license: 'Apache-2.0 license' },
    note: 'B: a former name, the name in a bare strong',
  }),
  row('github/pulls.html', '2022-10', `${root}/pulls`, {
    ...axolotl,
    place: label,
    note: 'B: titles that mention licenses, releases and archives are not facts',
  }),
  row('github/repository-2024-logged-in.html', '2024-01', root, {
    ...axolotl,
    signedIn,
    place: [label, 'corner'],
    facts: { version: 'v0.16.0', license: 'Apache-2.0 license' },
    note: 'C: below 768 pixels name, label and crumbs are hidden',
  }),
  row('github/repository-2025-logged-in.html', '2025-07', root, {
    ...axolotl,
    signedIn,
    place: [label, 'corner'],
    facts: { version: 'v0.16.0', license: 'BSD-2-Clause license' },
    note: 'D: a tag that begins with the repository’s name',
  }),
  row('github/private.html', '2025-04', root, {
    ...axolotl,
    signedIn,
    place: [label, 'corner'],
    facts: { version: 'v0.17.0', license: 'BSD-2-Clause license', isPrivate: true },
    note: 'D: what a private page states stays in it',
  }),
  row('github/issue.html', '2025-07', `${root}/issues/12`, {
    ...axolotl,
    place: label,
    note: 'a React body with an h1 of its own below the server’s header',
  }),
  row('github/empty.html', '2025-07', 'https://github.com/facebookresearch/sam3', {
    ids: ['pkg:github/facebookresearch/sam3'],
    tool: 'sam3',
    place: label,
    facts: { warning: 'empty' },
    note: 'no sidebar; the page says that there is nothing',
  }),
  row('github/repository-logged-in.html', '2026-04', root, {
    ...axolotl,
    signedIn,
    place: [crumbs, 'corner'],
    facts: { license: 'Apache-2.0 license' },
    note: 'E: the name is only in a React header, which has no free space when narrow',
  }),
  row('github/private-2026.html', '2026-04', root, {
    ...axolotl,
    signedIn,
    place: [crumbs, 'corner'],
    facts: { license: 'Apache-2.0 license', isPrivate: true },
    note: 'E: a lock in the crumbs and one meta, and no label',
  }),
  row('github/blob-logged-in.html', '2026-04', `${root}/blob/main/docs/install.md`, {
    ...axolotl,
    signedIn,
    place: [crumbs, 'corner'],
    note: 'E: after a click on the root page, whose metadata and JSON are still there',
  }),
  row('github/repository-logged-out.html', '2026-08', root, {
    ...axolotl,
    place: label,
    facts: { license: 'Apache-2.0 license' },
    note: 'F: the release section is still a skeleton',
  }),
  row('github/repository-logged-out.html', '2026-08', 'https://github.com/someone/something', {
    ids: ['pkg:github/someone/something'],
    tool: null,
    facts: { license: 'Apache-2.0 license' },
    note: 'a repository the catalog does not know',
  }),
  row('github/fork.html', '2026-08', 'https://github.com/someone/axolotl', {
    ids: ['pkg:github/someone/axolotl'],
    tool: null,
    place: ['float #repository-container-header .Label', 'corner'],
    facts: { license: 'Apache-2.0 license', forkOf: 'pkg:github/axolotl-ai-cloud/axolotl' },
    note: 'not a tool’s address; the page names the upstream repository too late to move anything',
  }),
  row('github/archived.html', '2026-08', root, {
    ...axolotl,
    place: label,
    facts: { license: 'Apache-2.0 license', archived: true },
    note: 'banner, label and JSON show it',
  }),
  row('github/releases.html', '2026-08', `${root}/releases`, {
    ...axolotl,
    place: label,
    facts: { version: 'v0.21.0' },
    note: 'a pre-release above the latest, and another release in the notes',
  }),
  row('github/not-found.html', '2026-08', 'https://github.com/someone/axolotl', {
    ids: ['pkg:github/someone/axolotl'],
    tool: null,
    note: 'an address like a repository’s without a repository',
  }),
  row('github/organisation.html', '2026-08', 'https://github.com/axolotl-ai-cloud', {
    ids: [],
    tool: null,
    note: 'pinned cards carry names and “Public archive”',
  }),
  row('github/gist.html', '2025-07', 'https://gist.github.com/axolotl-ai-cloud/axolotl', {
    ids: ['gist.github.com/axolotl-ai-cloud/axolotl', 'gist.github.com/axolotl-ai-cloud', 'gist.github.com'],
    tool: null,
    note: 'another host with the same strong[itemprop="name"]',
  }),
  row('github/search.html', '2026-08', 'https://github.com/search?q=axolotl', {
    ids: [],
    tool: null,
    note: 'names many repositories and is not about one',
  }),
  row('github/topic.html', '2023-05', 'https://github.com/topics/llm', {
    ids: [],
    tool: null,
    note: 'names many repositories and is not about one',
  }),
];

const huggingface: PageCase[] = [
  row('huggingface/model.html', '2025-10', 'https://huggingface.co/facebook/sam3', {
    ...sam3,
    place: [modelName, 'corner'],
    facts: { license: 'other', gated: true },
    note: 'files on request only, and its own license',
  }),
  row('huggingface/model.html', '2025-10', 'https://huggingface.co/facebook/sam3/tree/main', {
    ...sam3,
    place: [modelName, 'corner'],
    facts: { license: 'other', gated: true },
    note: 'the same header above the files',
  }),
  row('huggingface/gated.html', '2025-10', 'https://huggingface.co/facebook/sam3', {
    ...sam3,
    place: [modelName, 'corner'],
    facts: { license: 'apache-2.0', gated: true, supersededBy: 'pkg:huggingface/facebook/sam3.1' },
    note: 'a form before the files, and a newer model on the card',
  }),
  row('huggingface/model.html', '2025-10', 'https://huggingface.co/someone/sam3', {
    ids: ['pkg:huggingface/someone/sam3'],
    tool: null,
    facts: { license: 'other', gated: true },
    note: 'a re-upload is not a page of the tool',
  }),
  row('huggingface/space.html', '2025-11', 'https://huggingface.co/spaces/ACE-Step/ACE-Step', {
    ids: ['huggingface.co/spaces/ace-step/ace-step'],
    tool: 'ace-step',
    place: ['float [data-target="SpaceHeader"] h1', 'corner'],
    note: 'name, state and tabs in one row',
  }),
  row('huggingface/dataset.html', '2025-10', 'https://huggingface.co/datasets/facebook/SACo-Gold', {
    ids: ['huggingface.co/datasets/facebook/saco-gold'],
    tool: 'sam3',
    place: ['float [data-target="DatasetHeader"] h1', 'corner'],
    note: 'a model’s header with a word before the owner; gating there is not about the model',
  }),
  row('huggingface/docs.html', '2025-10', 'https://huggingface.co/docs/transformers/en/index', {
    ids: ['huggingface.co/docs/transformers'],
    tool: 'transformers',
    place: 'corner',
    note: 'documentation has no model header',
  }),
  row('huggingface/organisation.html', '2025-10', 'https://huggingface.co/facebook', {
    ids: ['huggingface.co/facebook'],
    tool: null,
    note: 'cards of models in the catalog',
  }),
];

const pypi: PageCase[] = [
  row('pypi/project.html', '2025-10', 'https://pypi.org/project/axolotl/', {
    ...onPypi,
    place: ['float h1.package-header__name', 'corner'],
    facts: { version: '0.16.0', license: 'Apache-2.0' },
    note: 'before the redesign: name and version in the h1',
  }),
  row('pypi/project-2026.html', '2026-09', 'https://pypi.org/project/axolotl/', {
    ...onPypi,
    place: ['float h1.project-header__name', 'corner'],
    facts: { version: '0.16.0', license: 'Apache-2.0' },
    note: 'since the redesign',
  }),
  row('pypi/old-version.html', '2025-10', 'https://pypi.org/project/axolotl/0.15.0/', {
    ...onPypi,
    place: ['float h1.package-header__name', 'corner'],
    facts: { version: '0.21.0', license: 'Apache-2.0' },
    note: 'a label names the newer version',
  }),
  row('pypi/archived.html', '2026-09', 'https://pypi.org/project/Axolotl/', {
    ...onPypi,
    place: ['float h1.project-header__name', 'corner'],
    facts: { version: '0.16.0', license: 'Apache-2.0', archived: true },
    note: 'archived by its maintainers, with the name in another letter case',
  }),
  row('pypi/quarantined.html', '2026-08', 'https://pypi.org/project/axolotl/', {
    ...onPypi,
    place: ['float h1.project-header__name', 'corner'],
    facts: { license: 'Apache-2.0', warning: 'quarantined' },
    note: 'in quarantine by the administrators of the index, which outweighs any verdict',
  }),
  row('pypi/yanked.html', '2026-08', 'https://pypi.org/project/axolotl/0.16.0/', {
    ...onPypi,
    place: ['float h1.project-header__name', 'corner'],
    facts: { license: 'Apache-2.0', warning: 'yanked' },
    note: 'a release that its maintainers withdrew',
  }),
  row('pypi/project-2026.html', '2026-09', 'https://pypi.org/project/axolotl-other/', {
    ids: ['pkg:pypi/axolotl-other'],
    tool: null,
    facts: { version: '0.16.0', license: 'Apache-2.0' },
    note: 'a project the catalog does not know',
  }),
];

// Access to these sites is asked for one by one, so here too `place` is the one tried first.
const onRequest: PageCase[] = [
  row('gitlab/project.html', '2025-01', 'https://gitlab.com/gitlab-org/gitlab', {
    ids: ['gitlab.com/gitlab-org/gitlab'],
    tool: null,
    note: 'no tool of the catalog is there yet',
  }),
  row('codeberg/repository.html', '2026-01', 'https://codeberg.org/forgejo/forgejo', {
    ids: ['codeberg.org/forgejo/forgejo'],
    tool: null,
    note: 'no tool of the catalog is there yet',
  }),
  row('vs-code-marketplace/extension.html', '2025-03', `${extension}saoudrizwan.claude-dev`, {
    ids: ['pkg:vscode-extension/saoudrizwan/claude-dev'],
    tool: 'cline',
    place: 'float h1 .ux-item-name',
    note: 'its identity is in the query',
  }),
  row('ollama/model.html', '2025-08', 'https://ollama.com/library/gpt-oss', {
    ids: ['ollama.com/library/gpt-oss'],
    tool: 'gpt-oss',
    place: 'float main [x-test-model-name]',
    note: 'a library page of another tool on the host of Ollama',
  }),
  row('crates/page.html', '2026-08', 'https://crates.io/crates/openai-harmony', {
    ids: ['pkg:cargo/openai-harmony'],
    tool: 'gpt-oss',
    place: 'float h1 [data-test-crate-name]',
    note: 'name and version in the h1, and the name again in the text',
  }),
  row('docs-rs/page.html', '2026-08', 'https://docs.rs/openai-harmony/latest/openai_harmony/', {
    ids: ['pkg:cargo/openai-harmony'],
    tool: 'gpt-oss',
    place: 'float .crate-name .title',
    note: 'the bar above what rustdoc made; its own logo has a title too',
  }),
  row('go/page.html', '2026-08', 'https://pkg.go.dev/github.com/ollama/ollama/api', {
    ids: [
      'pkg:golang/github.com/ollama/ollama/api',
      'pkg:golang/github.com/ollama/ollama',
      'pkg:github/ollama/ollama',
    ],
    tool: 'ollama',
    place: 'float h1.UnitHeader-titleHeading',
    note: 'a package of a repository, named by the repository',
  }),
  row('jsr/page.html', '2026-08', 'https://jsr.io/@openai/openai', {
    ids: ['jsr.io/@openai/openai'],
    tool: 'openai-api',
    place: 'float h1:has(a[aria-label])',
    note: 'scope, name and version are links in the h1',
  }),
  row('homebrew/page.html', '2026-11', 'https://formulae.brew.sh/cask/claude-code', {
    ids: ['pkg:brew/homebrew/cask/claude-code'],
    tool: 'claude-code',
    place: 'corner',
    note: 'many h2 without a class',
  }),
];

// Pages of sites whose HTML nobody has seen, with the tool and the page ids of each; the badge goes into the corner.
const unseen: Record<string, [tool: string, ...ids: string[]]> = {
  'https://hub.docker.com/r/ollama/ollama': ['ollama', 'pkg:docker/ollama/ollama'],
  // The paper that the README cites.
  'https://arxiv.org/abs/2212.04356': ['whisper', 'arxiv.org/abs/2212.04356'],
  // The repository’s, at the same path.
  'https://deepwiki.com/openai/whisper': ['whisper', 'pkg:github/openai/whisper'],
  // The maker has the same name on Hugging Face.
  'https://www.modelscope.cn/models/Qwen/Qwen3-8B': [
    'qwen',
    'modelscope.cn/models/qwen/qwen3-8b',
    'pkg:huggingface/qwen/qwen3-8b',
  ],
  'https://www.kaggle.com/models/google/gemma-4': ['gemma', 'kaggle.com/models/google/gemma-4'],
  // A model, not OpenRouter itself.
  'https://openrouter.ai/openai/gpt-oss-20b': ['gpt-oss', 'openrouter.ai/openai/gpt-oss-20b'],
  'https://glama.ai/mcp/servers/github/github-mcp-server': [
    'github-mcp-server',
    'glama.ai/mcp/servers/github/github-mcp-server',
  ],
  'https://smithery.ai/servers/@upstash/context7-mcp': [
    'context7',
    'smithery.ai/servers/upstash/context7-mcp',
  ],
  // The builds of the documentation.
  'https://app.readthedocs.org/projects/detectron2/': ['detectron2', 'detectron2.readthedocs.io'],
  'https://replicate.com/black-forest-labs/flux-schnell': [
    'flux',
    'replicate.com/black-forest-labs/flux-schnell',
  ],
  // Class names that change with each release.
  'https://www.npmjs.com/package/@anthropic-ai/claude-code': [
    'claude-code',
    'pkg:npm/%40anthropic-ai/claude-code',
  ],
  'https://anaconda.org/conda-forge/mlflow': ['mlflow', 'anaconda.org/conda-forge/mlflow'],
  // The same package as on anaconda.org.
  'https://prefix.dev/channels/conda-forge/packages/mlflow': ['mlflow', 'anaconda.org/conda-forge/mlflow'],
  // A script renders it, with class names of its own.
  'https://open-vsx.org/extension/Continue/continue': [
    'continue',
    'open-vsx.org/extension/continue/continue',
  ],
  // Its number is its identity.
  'https://plugins.jetbrains.com/plugin/22707-continue': ['continue', 'plugins.jetbrains.com/plugin/22707'],
  'https://central.sonatype.com/artifact/com.openai/openai-java': [
    'openai-api',
    'pkg:maven/com.openai/openai-java',
  ],
  // The same artifact as on Maven Central.
  'https://mvnrepository.com/artifact/com.openai/openai-java': [
    'openai-api',
    'pkg:maven/com.openai/openai-java',
  ],
  // A name with capitals, which make no difference.
  'https://www.nuget.org/packages/Microsoft.SemanticKernel': [
    'semantic-kernel',
    'pkg:nuget/microsoft.semantickernel',
  ],
  'https://rubygems.org/gems/anthropic': ['claude-api', 'pkg:gem/anthropic'],
  'https://packagist.org/packages/anthropic-ai/sdk': ['claude-api', 'pkg:composer/anthropic-ai/sdk'],
  // The downloads of a project on PyPI.
  'https://www.pepy.tech/projects/axolotl': ['axolotl', 'pkg:pypi/axolotl'],
};

const ofUnseenSites = Object.entries(unseen).map(([url, [tool, ...ids]]) =>
  row('unseen/page.html', '2026-11', url, { ids, tool, place: 'corner', note: 'its HTML is not known' }),
);

const product: PageCase[] = [
  row('product/sam3.html', '2025-11', 'https://ai.meta.com/sam3/', {
    ids: ['ai.meta.com/sam3', 'ai.meta.com'],
    tool: 'sam3',
    place: 'corner',
    note: 'the home link has the vendor’s name, and og:url is a placeholder',
  }),
  row('product/docs.html', '2025-08', 'https://docs.axolotl.ai/docs/getting-started.html', {
    ids: ['docs.axolotl.ai/docs/getting-started.html', 'docs.axolotl.ai/docs', 'docs.axolotl.ai'],
    tool: 'axolotl',
    place: 'corner',
    note: 'the link home says “Docs”',
  }),
  row('product/quarto.html', '2026-05', 'https://docs.axolotl.ai/', {
    ids: ['docs.axolotl.ai', 'docs.axolotl.ai/'],
    tool: 'axolotl',
    place: 'float a.navbar-brand',
    note: 'Quarto: the brand is a relative link',
  }),
  row('product/docusaurus.html', '2026-05', 'https://docs.litellm.ai/', {
    ids: ['docs.litellm.ai', 'docs.litellm.ai/'],
    tool: 'litellm',
    place: 'float a.navbar__brand',
    note: 'Docusaurus: a picture and a title in the brand',
  }),
  row('product/mkdocs-material.html', '2025-08', 'https://docs.vllm.ai/en/latest/', {
    ids: ['docs.vllm.ai/en/latest', 'docs.vllm.ai/en', 'docs.vllm.ai'],
    tool: 'vllm',
    place: 'float .md-header__topic .md-ellipsis',
    note: 'Material: the page’s own title lies under the site’s',
  }),
  row('product/mintlify.html', '2026-05', 'https://docs.crewai.com/quickstart', {
    ids: ['docs.crewai.com/quickstart', 'docs.crewai.com'],
    tool: 'crewai',
    place: 'corner',
    note: 'Mintlify: the name is a picture, its hidden text says more than the name',
  }),
  row('product/sphinx-rtd.html', '2025-08', 'https://detectron2.readthedocs.io/en/latest/', {
    ids: ['detectron2.readthedocs.io/en/latest', 'detectron2.readthedocs.io/en', 'detectron2.readthedocs.io'],
    tool: 'detectron2',
    place: 'corner',
    note: 'Read the Docs: the name is a relative home link in the side bar',
  }),
  row('product/marketing.html', '2026-08', 'https://www.cursor.com/', {
    ids: ['cursor.com', 'cursor.com/'],
    tool: 'cursor',
    place: 'float header a[href="/"]',
    note: 'a sticky header, and the name again in text and footer',
  }),
  row('product/app.html', '2026-08', 'https://lmstudio.ai/', {
    ids: ['lmstudio.ai', 'lmstudio.ai/'],
    tool: 'lm-studio',
    place: 'float header a[href="/"]',
    note: 'React renders the whole document again half a second after the load',
  }),
  row('product/plain.html', '2026-08', 'https://example.com/', {
    ids: ['example.com', 'example.com/'],
    tool: null,
    note: 'mentions tools and is not about one',
  }),
];

/** Every page of the corpus, by site and then by age. */
export const corpus: PageCase[] = [
  ...github,
  ...huggingface,
  ...pypi,
  ...onRequest,
  ...ofUnseenSites,
  ...product,
];

/** What is filled into a page: its site, the owner, name and version its address says, or on a product's site the tool's name. */
export function valuesOf({ url }: PageCase, toolName = ''): Record<string, string> {
  const { host, pathname } = new URL(url);
  const site = siteOf(url)?.name;
  if (!site && host !== 'gist.github.com') return { name: toolName };
  const path = pathname
    .replace(/^\/(spaces|datasets|r|docs)\//, '/')
    .split('/')
    .filter(Boolean);
  const [owner = '', name = toolName, third] = path;
  if (host === 'pypi.org') return { name, version: third ?? '0.16.0' };
  return pathname.startsWith('/docs/') ? { name: owner } : { site: site ?? '', owner, name };
}
