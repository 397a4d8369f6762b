import type { PageFinding } from '../catalog/page-findings.ts';
import { Findings } from './Findings.tsx';

/** “This page says”: what the page states that the verdict does not cover; not there where that is nothing. */
export function PageSays({ findings }: { findings: readonly PageFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <section class="says">
      <h2>This page says</h2>
      <Findings findings={findings} />
    </section>
  );
}
