import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const kaggle: Site = {
  name: 'Kaggle Models',
  host: 'kaggle.com',
  www: true,
  group: 'models',
  access: 'optional',
  pageTypes: [{ prefix: 'kaggle.com/models/', kind: 'model' }],
  identify([section, owner, name]) {
    if (section !== 'models' || !isName(owner) || !isName(name)) return [];
    return [`kaggle.com/models/${owner}/${name}`];
  },
  // A script renders the page, and its HTML is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const gemma = ['kaggle.com/models/google/gemma-4'];

export const kaggleExamples: Examples = {
  'https://www.kaggle.com/models/google/gemma-4': gemma,
  'https://kaggle.com/models/Google/Gemma-4/pyTorch/default/1?tab=x#license': gemma,
  'https://www.kaggle.com/': [],
  'https://www.kaggle.com/models': [],
  'https://www.kaggle.com/models/google': [],
  'https://www.kaggle.com/code/someone/gemma-4': [],
  'https://www.kaggle.com/datasets/someone/gemma-4': [],
  'https://www.kaggle.com/competitions/gemma': [],
};
