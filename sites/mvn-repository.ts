import { artifactPageId } from './maven-central.ts';
import type { Examples, Site } from './site.ts';

export const mvnRepository: Site = {
  name: 'MvnRepository',
  host: 'mvnrepository.com',
  group: 'packages',
  access: 'optional',
  // Its pages are about artifacts, whose own page is on Maven Central.
  pageTypes: [],
  identify: (_segments, _query, written) => artifactPageId(written),
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const openai = ['pkg:maven/com.openai/openai-java'];

export const mvnRepositoryExamples: Examples = {
  'https://mvnrepository.com/artifact/com.openai/openai-java': openai,
  'https://www.mvnrepository.com/artifact/com.openai/openai-java/4.0.0/usages?p=2#top': openai,
  'https://mvnrepository.com/': [],
  'https://mvnrepository.com/artifact/com.openai': [],
  'https://mvnrepository.com/search?q=openai': [],
  'https://mvnrepository.com/open-source/ai-apis': [],
  'https://mvnrepository.com/popular': [],
};
