import type { PageFindings } from '../catalog/page-findings.ts';
import { FindingList } from './FindingList.tsx';

/** The row of the comparison for what pages in open tabs say; not there where that is nothing. */
export function PageFindingsRow({ sides }: { sides: readonly (readonly PageFindings[])[] }) {
  if (!sides.flat().some(({ findings }) => findings.length > 0)) return null;
  return (
    <tr>
      <th scope="row">On its page, in an open tab</th>
      {sides.map((side, at) => {
        const differing = side.filter(({ findings }) => findings.length > 0);
        const nothing = side.length > 0 ? 'Nothing that differs' : 'Nothing read';
        return (
          <td key={at} class={differing.length > 0 ? '' : 'quiet'}>
            {differing.map(({ page, findings }) => (
              <div key={page}>
                <FindingList findings={findings} />
                <span class="src">{page}</span>
              </div>
            ))}
            {differing.length === 0 && nothing}
          </td>
        );
      })}
    </tr>
  );
}
