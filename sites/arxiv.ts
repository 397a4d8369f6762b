import { paperIds } from './paper-ids.ts';
import type { Examples, Site } from './site.ts';

export const arxiv: Site = {
  name: 'arXiv',
  host: 'arxiv.org',
  otherHosts: ['export.arxiv.org', 'alphaxiv.org'],
  group: 'docs',
  access: 'optional',
  // A paper has one page id wherever it is read: Hugging Face has pages of papers too.
  pageTypes: [{ prefix: 'arxiv.org/abs/', kind: 'site' }],
  identify([section, number]) {
    return ['abs', 'pdf', 'html', 'overview'].includes(section ?? '') ? paperIds(number) : [];
  },
  // The title stands in the text of the page, whose free space is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const whisper = ['arxiv.org/abs/2212.04356'];

export const arxivExamples: Examples = {
  'https://arxiv.org/abs/2212.04356': whisper,
  'https://arxiv.org/abs/2212.04356v1?context=cs#top': whisper,
  'https://www.arxiv.org/pdf/2212.04356': whisper,
  'https://arxiv.org/pdf/2212.04356v1.pdf': whisper,
  'https://arxiv.org/html/2212.04356v1': whisper,
  'https://www.alphaxiv.org/overview/2212.04356v1': whisper,
  'https://arxiv.org/': [],
  'https://arxiv.org/abs': [],
  'https://arxiv.org/abs/cs/0112017': [],
  'https://arxiv.org/list/cs.CL/recent': [],
  'https://arxiv.org/a/radford_a_1': [],
  'https://arxiv.org/abs/2212.04356x': [],
};
