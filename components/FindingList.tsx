import type { PageFinding } from '../catalog/page-findings.ts';

// What was renamed is still the same; all else says that the verdict may not fit any more.
const isWarning = ({ kind }: PageFinding) => kind !== 'renamed';

/** What a page states, one line a finding. */
export function FindingList({ findings }: { findings: readonly PageFinding[] }) {
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li key={finding.kind} class={isWarning(finding) ? 'amber' : ''}>
          {sentence(finding.text)}
        </li>
      ))}
    </ul>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
