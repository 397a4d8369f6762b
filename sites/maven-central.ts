import { isName, purlPartWithCase } from './address.ts';
import type { Address } from './address.ts';
import type { Examples, Site } from './site.ts';

export const mavenCentral: Site = {
  name: 'Maven Central',
  host: 'central.sonatype.com',
  // The search that was there before, which redirects.
  otherHosts: ['search.maven.org'],
  group: 'packages',
  access: 'optional',
  pageTypes: [
    { prefix: 'pkg:maven/', kind: 'package', pathOf: (name) => `artifact/${decodeURIComponent(name)}` },
  ],
  identify: (_segments, _query, written) => artifactPageId(written),
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

/** The page id of `artifact/<group>/<artifact>`, in a list; empty for any other path. Maven tells letter case apart. */
export function artifactPageId([section, group, artifact]: Address['written'] = []): string[] {
  if (section !== 'artifact' || !isName(group) || !isName(artifact)) return [];
  return [`pkg:maven/${purlPartWithCase(group)}/${purlPartWithCase(artifact)}`];
}

const openai = ['pkg:maven/com.openai/openai-java'];

export const mavenCentralExamples: Examples = {
  'https://central.sonatype.com/artifact/com.openai/openai-java': openai,
  'https://central.sonatype.com/artifact/com.openai/openai-java/4.0.0/versions?smo=true#top': openai,
  'https://search.maven.org/artifact/com.openai/openai-java/4.0.0/jar': openai,
  'https://central.sonatype.com/artifact/com.OpenAI/openai-java': ['pkg:maven/com.%4fpen%41%49/openai-java'],
  'https://central.sonatype.com/': [],
  'https://central.sonatype.com/artifact/com.openai': [],
  'https://central.sonatype.com/namespace/com.openai': [],
  'https://central.sonatype.com/search?q=openai': [],
  'https://central.sonatype.com/publishing/deployments': [],
  'https://search.maven.org/search?q=openai': [],
};
