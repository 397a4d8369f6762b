import type { Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';
import type { Source } from './source.ts';

/** The tools and sources that `--only` names: one tool, the tools of a job, or one source; throws at anything else. */
export function onlyThese(
  only: string | undefined,
  tools: readonly Tool[],
  sources: readonly Source[],
): { tools: readonly Tool[]; sources: readonly Source[] } {
  if (only === undefined) return { tools, sources };
  const source = sources.filter(({ name }) => name === only);
  if (source.length) return { tools, sources: source };
  const named = tools.filter(({ id, job }) => id === only || job === only);
  if (named.length) return { tools: named, sources };
  const names = sources.map(({ name }) => name).join(', ');
  throw new CliError(`--only: "${only}" is not a tool, a job or a source (${names})`, 2);
}
