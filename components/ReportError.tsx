import { correctionForm, correctionText } from '../catalog/correction.ts';
import type { FactView } from '../catalog/fact-views.ts';
import type { Named } from '../catalog/whose.ts';
import { CopyButton } from './CopyButton.tsx';

/** The tool that a report is about and the tracker's address, empty where the build has none. */
export type Correction = { tool: Named & { id: string }; issues: string };

/** Opens the tracker's form, filled in with tool and fact; without a tracker, or where the entry is a feed's, copies the same as text. */
export function ReportError({
  fact,
  correction: { tool, issues },
}: {
  fact: FactView;
  correction: Correction;
}) {
  if (!issues || tool.from)
    return <CopyButton kind="link" label="Copy report" text={() => correctionText({ tool, fact })} />;
  return (
    <a href={correctionForm(issues, { tool, fact })} target="_blank" rel="noreferrer">
      Report an error
    </a>
  );
}
