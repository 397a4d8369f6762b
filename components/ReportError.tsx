import { correctionForm, correctionText } from '../catalog/correction.ts';
import type { FactView } from '../catalog/fact-views.ts';
import type { Tool } from '../catalog/tool-schema.ts';
import { CopyButton } from './CopyButton.tsx';

/** What a correction is about and where it goes: the tracker's address, or nothing where the build has none. */
export type Correction = { tool: Pick<Tool, 'id' | 'name'>; issues: string };

/** "Wrong? Say so": opens the form filled in with tool and fact; without a tracker, copies the same as text. */
export function ReportError({
  fact,
  correction: { tool, issues },
}: {
  fact: FactView;
  correction: Correction;
}) {
  if (!issues)
    return (
      <CopyButton kind="link" label="Wrong? Copy a correction" text={() => correctionText({ tool, fact })} />
    );
  return (
    <a href={correctionForm(issues, { tool, fact })} target="_blank" rel="noreferrer">
      Wrong? Say so
    </a>
  );
}
