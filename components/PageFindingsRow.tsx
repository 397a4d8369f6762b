import type { PageFinding, PageFindings as FindingsOfPage } from '../catalog/page-findings.ts';
import styles from './PageFindingsRow.module.css';

/** What pages in open tabs state, as a row of the comparison; empty where that is nothing. */
export function PageFindingsRow({ sides }: { sides: readonly (readonly FindingsOfPage[])[] }) {
  if (!sides.flat().some(({ findings }) => findings.length > 0)) return null;
  return (
    <tr>
      <th scope="row">On its page (open tab)</th>
      {sides.map((side, at) => {
        const differing = side.filter(({ findings }) => findings.length > 0);
        const nothing = side.length > 0 ? 'Matches' : 'Not open';
        return (
          <td key={at} class={differing.length > 0 ? '' : 'quiet'}>
            {differing.map(({ page, findings }, each) => (
              <div key={each}>
                <FindingList findings={findings} />
                <span class="small">{page}</span>
              </div>
            ))}
            {differing.length === 0 && nothing}
          </td>
        );
      })}
    </tr>
  );
}

// A renamed page is still the same tool; every other finding says that the verdict may no longer fit.
const isWarning = ({ kind }: PageFinding) => kind !== 'renamed';

/** Findings, one a line. */
function FindingList({ findings }: { findings: readonly PageFinding[] }) {
  return (
    <ul class={styles.list}>
      {findings.map((finding) => (
        <li key={finding.kind} class={isWarning(finding) ? styles.warning : ''}>
          {capitalized(finding.text)}
        </li>
      ))}
    </ul>
  );
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
