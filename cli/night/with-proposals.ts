import { existsSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { authoredTool } from '../../catalog/tool-schema.ts';
import type { Proposed } from './report.ts';

type Written = { files: Map<string, string>; written: Set<Proposed> };

/**
 * The files of tools as proposals would have them, those of the working copy changed. What does not make a valid tool of the
 * catalog, as a question that names no value, is not written.
 */
export async function withProposals(proposals: readonly Proposed[]): Promise<Written> {
  const style = { ...(await resolveConfig('data/tools/x.json')), parser: 'json' };
  const files = new Map<string, string>();
  const written = new Set<Proposed>();
  for (const proposal of proposals) {
    const path = `data/tools/${proposal.tool}.json`;
    // The name comes from a report; only a file that is there is read.
    if (!/^[a-z\d-]+$/.test(proposal.tool) || !existsSync(path)) continue;
    const text = files.get(path) ?? readFileSync(path, 'utf8');
    const changed = withValue(JSON.parse(text), proposal.path, proposal.is);
    if (changed === undefined || !authoredTool.safeParse(changed).success) continue;
    const next = await format(JSON.stringify(changed), style);
    if (next === text) continue;
    files.set(path, next);
    written.add(proposal);
  }
  return { files, written };
}

/** A copy of a JSON value with another one at a path of keys; nothing where the path leads nowhere. */
function withValue(json: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof json !== 'object' || json === null || Array.isArray(json) || !Object.hasOwn(json, key))
    return undefined;
  const inner = withValue((json as Record<string, unknown>)[key], rest, value);
  return inner === undefined ? undefined : { ...json, [key]: inner };
}
