import type { Tool } from './tool-schema.ts';

/** What a license is a license of. */
export type Artifact = 'code' | 'weights' | 'data';

const weights =
  /^(pkg:huggingface\/|(ollama\.com|openrouter\.ai|replicate\.com)\/(?!(docs|blog|collections|models)\/)[^/]+\/[^/]+|(kaggle\.com|modelscope\.cn)\/models\/)/;
const data = /^((huggingface\.co|kaggle\.com|modelscope\.cn)\/datasets\/)/;
const demos = /^(huggingface\.co\/spaces|modelscope\.cn\/studios)\//;

/** What can be had from a page, by its normalized page id; nothing for a page that is about a tool without holding it. */
export function artifactOf(page: string): Artifact | undefined {
  if (weights.test(page)) return 'weights';
  if (data.test(page)) return 'data';
  return page.startsWith('pkg:') ? 'code' : undefined;
}

/** Whether a page holds something with a license of its own beside a tool's code: weights, a data set or a demo. */
export function isApart(page: string): boolean {
  return demos.test(page) || ['weights', 'data'].includes(artifactOf(page) ?? '');
}

/** What the one license of a tool is a license of, whatever the page. */
export function mainArtifact({ kind }: Pick<Tool, 'kind'>): Artifact {
  return kind === 'model' ? 'weights' : 'code';
}

/** The licenses of a tool by artifact, nothing where none is stated; `artifact` is what the one expression is of. */
export function licensesOf(
  { facts }: Pick<Tool, 'facts'>,
  artifact: Artifact,
): Partial<Record<Artifact, string>> {
  const { value, of } = facts.license;
  return { ...of, ...(value !== 'unknown' && { [artifact]: value }) };
}
