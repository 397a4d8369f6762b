import { pypiPageId } from './pypi.ts';
import type { Examples, Site } from './site.ts';

export const pepy: Site = {
  name: 'pepy.tech',
  host: 'pepy.tech',
  www: true,
  group: 'packages',
  access: 'optional',
  // Its pages count the downloads of projects, whose own page is on PyPI.
  pageTypes: [],
  identify([section, name = '']) {
    return section === 'project' || section === 'projects' ? pypiPageId(name) : [];
  },
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const axolotl = ['pkg:pypi/axolotl'];

export const pepyExamples: Examples = {
  'https://pepy.tech/project/axolotl': axolotl,
  'https://www.pepy.tech/projects/Axolotl?timeRange=threeMonths#versions': axolotl,
  'https://pepy.tech/projects/aider_chat/': ['pkg:pypi/aider-chat'],
  'https://pepy.tech/': [],
  'https://pepy.tech/projects': [],
  'https://pepy.tech/badge/axolotl': [],
  'https://pepy.tech/compare?projects=axolotl': [],
};
