import { githubPageId } from './github.ts';
import type { Examples, Site } from './site.ts';

export const deepwiki: Site = {
  name: 'DeepWiki',
  host: 'deepwiki.com',
  group: 'docs',
  access: 'optional',
  // Its pages are about repositories on GitHub, at the same path, and have no page ids of their own.
  pageTypes: [],
  identify([owner = '', repository = '']) {
    return notOwners.has(owner) ? [] : githubPageId(owner, repository);
  },
  // A script renders the page, and its HTML is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

// First path segments that cannot be owners: answers to questions, and what the site is made of (seen 2026-11).
const notOwners = new Set('_next api org search'.split(' '));

const whisper = ['pkg:github/openai/whisper'];

export const deepwikiExamples: Examples = {
  'https://deepwiki.com/openai/whisper': whisper,
  'https://deepwiki.com/OpenAI/Whisper/2.1-audio-processing#mel': whisper,
  'https://deepwiki.com/': [],
  'https://deepwiki.com/openai': [],
  'https://deepwiki.com/search/what-is-whisper_5104a64d': [],
  'https://deepwiki.com/features/copilot': [],
};
