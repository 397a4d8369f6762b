import { sourceViews, type SourceView } from './fact-views.ts';
import type { Tool } from './tool-schema.ts';
import { outOf } from './verdict.ts';
import { versionLabel } from './version.ts';

export type Claim = { who: string; says: string; source: SourceView | undefined };

/** What the makers claim about their tool, with their own figures; none of it is our finding. */
export function claims(tool: Tool): Claim[] {
  return (tool.claims ?? []).map(({ text, by, version, source }) => ({
    who: version ? `${by}, ${versionLabel(version)}` : by,
    says: text,
    source: sourceViews(tool, source)[0],
  }));
}

/** The votes of other panels, which never count in ours. */
export function elsewhere(tool: Tool): Claim[] {
  return (tool.elsewhere ?? []).map(({ panel, version, source, ...count }) => ({
    who: panel,
    says: `${outOf(count)} ship${version ? ` (${versionLabel(version)})` : ''}`,
    source: sourceViews(tool, source)[0],
  }));
}
