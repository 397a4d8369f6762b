import { sourceViews, type SourceView } from './fact-views.ts';
import type { Tool } from './tool-schema.ts';
import { versionLabel } from './version.ts';

export type Claim = { who: string; says: string; source: SourceView | undefined };

/** What the makers claim of their tool, in their figures and with their names to it; none of it is our finding. */
export function claims(tool: Tool): Claim[] {
  return (tool.claims ?? []).map(({ text, by, version, source }) => ({
    who: version ? `${by}, ${versionLabel(version)}` : by,
    says: text,
    source: sourceViews(tool, source)[0],
  }));
}

/** What other panels counted; their figures never enter ours. */
export function elsewhere(tool: Tool): Claim[] {
  return (tool.elsewhere ?? []).map(({ panel, version, ship, of, source }) => ({
    who: panel,
    says: `${ship} of ${of} ship${version ? ` (${versionLabel(version)})` : ''}`,
    source: sourceViews(tool, source)[0],
  }));
}
