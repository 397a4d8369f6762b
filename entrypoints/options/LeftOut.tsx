import type { LeftOut as Tool } from '../../catalog/merge.ts';
import { FeedLabel } from '../../components/ToolName.tsx';

// More than anyone reads; a publisher finds them all with `feed verify`.
const maxShown = 100;

/** The tools of the data in use that cannot be shown, each with the reason; empty where there are none. */
export function LeftOut({ tools }: { tools: readonly Tool[] | undefined }) {
  if (!tools || tools.length === 0) return null;
  return (
    <details>
      <summary>
        {tools.length === 1 ? 'One tool' : `${tools.length.toLocaleString('en')} tools`} left out
      </summary>
      <ul>
        {tools.slice(0, maxShown).map(({ id, from, reason }, at) => (
          <li key={at}>
            <bdi>{id}</bdi>
            <FeedLabel from={from} />: <bdi>{reason}</bdi>.
          </li>
        ))}
      </ul>
      {tools.length > maxShown && <p>{(tools.length - maxShown).toLocaleString('en')} more.</p>}
    </details>
  );
}
