import type { PageFinding } from '../catalog/page-findings.ts';
import { FindingList } from './FindingList.tsx';

/** “This page says”: what the page states that the verdict does not cover; not there where that is nothing. */
export function PageFindings({ findings }: { findings: readonly PageFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <section class="says">
      <h2>This page says</h2>
      <FindingList findings={findings} />
    </section>
  );
}
