import { condaPageId } from './conda.ts';
import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const prefixDev: Site = {
  name: 'prefix.dev',
  host: 'prefix.dev',
  group: 'packages',
  access: 'optional',
  pageTypes: [{ prefix: 'prefix.dev/channels/', kind: 'package' }],
  identify([section1, channel, section2, name]) {
    if (section1 !== 'channels' || section2 !== 'packages') return [];
    if (!isName(channel) || !isName(name)) return [];
    // These are copies of the channels on anaconda.org, while all others are the site's own.
    if (copied.has(channel)) return condaPageId(channel, name);
    return [`prefix.dev/channels/${channel}/packages/${name}`];
  },
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const copied = new Set(['bioconda', 'conda-forge']);

const mlflow = ['anaconda.org/conda-forge/mlflow'];

export const prefixDevExamples: Examples = {
  'https://prefix.dev/channels/conda-forge/packages/mlflow': mlflow,
  'https://prefix.dev/channels/Conda-Forge/packages/mlflow/versions?page=2#top': mlflow,
  'https://prefix.dev/channels/someone/packages/mlflow': ['prefix.dev/channels/someone/packages/mlflow'],
  'https://prefix.dev/': [],
  'https://prefix.dev/channels': [],
  'https://prefix.dev/channels/conda-forge': [],
  'https://prefix.dev/channels/conda-forge/packages': [],
  'https://prefix.dev/conda-forge/mlflow': [],
  'https://prefix.dev/blog/mlflow': [],
};
