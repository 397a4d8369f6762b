import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const conda: Site = {
  name: 'Anaconda.org',
  host: 'anaconda.org',
  group: 'packages',
  access: 'optional',
  // Anybody can upload a package of the same name to a channel, and `pkg:conda` does not say which channel.
  pageTypes: [{ prefix: 'anaconda.org/', kind: 'package' }],
  identify(segments) {
    const [first, second, third, fourth] = segments;
    if (first !== 'channels') return condaPageId(first, second);
    return third === 'packages' ? condaPageId(second, fourth) : [];
  },
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

/** The page id of a package of a conda channel, in a list; empty where channel or name cannot be one. */
export function condaPageId(channel = '', name = ''): string[] {
  if (notChannels.has(channel) || notPackages.has(name) || !isName(channel) || !isName(name)) return [];
  return [`anaconda.org/${channel}/${name}`];
}

// First path segments of the site's own pages, and what an owner's page has beside packages (seen 2026-11 in links).
const notChannels = new Set(
  (
    'about account admin api app blog channels contact dashboard docs explore feedback gallery help legal login logout ' +
    'notebooks notifications org orgs policies pricing privacy search security settings signin signup sitemap.xml static ' +
    'stats status support terms user users'
  ).split(' '),
);
const notPackages = new Set(
  'collaborations dashboard environments favorites groups installers notebooks packages projects repo settings'.split(
    ' ',
  ),
);

const mlflow = ['anaconda.org/conda-forge/mlflow'];

export const condaExamples: Examples = {
  'https://anaconda.org/conda-forge/mlflow': mlflow,
  'https://www.anaconda.org/Conda-Forge/MLflow/files?version=3.1.0': mlflow,
  'https://anaconda.org/channels/conda-forge/packages/mlflow/overview': mlflow,
  'https://anaconda.org/pytorch/faiss-cpu/badges': ['anaconda.org/pytorch/faiss-cpu'],
  'https://anaconda.org/someone/mlflow': ['anaconda.org/someone/mlflow'],
  'https://anaconda.org/': [],
  'https://anaconda.org/conda-forge': [],
  'https://anaconda.org/conda-forge/repo?label=main': [],
  'https://anaconda.org/channels/conda-forge': [],
  'https://anaconda.org/channels/conda-forge/packages': [],
  'https://anaconda.org/search?q=mlflow': [],
  'https://anaconda.org/account/login': [],
  'https://anaconda.org/anaconda/repo': [],
};
