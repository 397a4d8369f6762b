import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const readTheDocs: Site = {
  name: 'Read the Docs',
  host: 'app.readthedocs.org',
  otherHosts: ['readthedocs.org'],
  group: 'docs',
  access: 'optional',
  // Its pages are about the builds of projects, whose documentation has a host of its own.
  pageTypes: [],
  identify([section, slug]) {
    return section === 'projects' && isName(slug) ? [`${slug}.readthedocs.io`] : [];
  },
  // Nobody has looked at its pages yet, so the badge goes into the corner.
  anchors: [],
};

const detectron2 = ['detectron2.readthedocs.io'];

export const readTheDocsExamples: Examples = {
  'https://app.readthedocs.org/projects/detectron2/': detectron2,
  'https://readthedocs.org/projects/Detectron2/builds/?x=1#y': detectron2,
  'https://app.readthedocs.org/': [],
  'https://app.readthedocs.org/projects/': [],
  'https://readthedocs.org/accounts/login/': [],
  'https://readthedocs.org/support/': [],
};
