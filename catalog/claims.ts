import { sourceViews, type SourceView } from './fact-views.ts';
import { outOf } from './verdict.ts';
import { versionLabel } from './version.ts';
import type { AttributedTool, Whose } from './whose.ts';

export type Claim = Whose & { who: string; says: string; source: SourceView | undefined };

/** What the makers claim about their tool, with their own figures; none of it is our finding. */
export function claims(tool: AttributedTool): Claim[] {
  return (tool.claims ?? []).map(({ text, by, version, source }) => ({
    who: version ? `${by}, ${versionLabel(version)}` : by,
    says: text,
    from: tool.from,
    source: sourceViews(tool, source)[0],
  }));
}

/** The votes of other panels, which never count in ours. */
export function elsewhere(tool: AttributedTool): Claim[] {
  return (tool.elsewhere ?? []).map(({ panel, version, source, ...count }) => ({
    who: panel,
    from: tool.from,
    says: `${outOf(count)} ship${version ? ` (${versionLabel(version)})` : ''}`,
    source: sourceViews(tool, source)[0],
  }));
}
