import { useEffect, useRef, useState } from 'preact/hooks';
import type { Order } from '../../catalog/browse.ts';
import { jobName, type Reference } from '../../catalog/reference.ts';
import { jobsOf, type ToolSummary } from '../../catalog/tool-summary.ts';
import { ToolRow } from './ToolRow.tsx';
import { changeQuery, query } from './state.ts';
import styles from './ToolTable.module.css';

// More than a screenful; the rest is laid out when a reader comes near it.
const step = 100;

type Props = {
  tools: readonly ToolSummary[];
  /** How many there are with those that are not read yet. */
  total: number;
  rivalOf(tool: ToolSummary): string | undefined;
  reference: Reference;
};

/** The tools found, one a row, as many as a reader has scrolled to. */
export function ToolTable({ tools, total, rivalOf, reference }: Props) {
  const [limit, setLimit] = useState(step);
  const more = useRef<HTMLButtonElement>(null);
  useEffect(() => setLimit(step), [tools]);
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setLimit((count) => count + step),
      { rootMargin: '600px' },
    );
    // Those that are not read yet come by themselves.
    if (more.current && tools.length > limit) observer.observe(more.current);
    return () => observer.disconnect();
  }, [tools, limit]);
  return (
    <>
      <table class={styles.table}>
        <thead>
          <tr>
            <Heading order="name">Tool</Heading>
            <Heading order="share">Reviews</Heading>
            <th scope="col">Use case</th>
            <th scope="col">License</th>
            <th scope="col">Price</th>
            <Heading order="date">Reviewed</Heading>
            <td />
          </tr>
        </thead>
        <tbody>
          {tools.slice(0, limit).map((tool) => (
            <ToolRow
              key={tool.id}
              tool={tool}
              rival={rivalOf(tool)}
              job={jobsOf(tool)
                .map((job) => jobName(reference, job))
                .join(', ')}
            />
          ))}
        </tbody>
      </table>
      {total > limit && (
        <button ref={more} class="btn" type="button" onClick={() => setLimit(limit + step)}>
          Load {Math.min(step, total - limit)} more
        </button>
      )}
    </>
  );
}

function Heading({ order, children }: { order: Order; children: string }) {
  const { sort, words } = query.value;
  const isOn = sort === order || (order === 'name' && !sort && !words.trim());
  return (
    <th scope="col" aria-sort={isOn ? (order === 'name' ? 'ascending' : 'descending') : undefined}>
      <button type="button" onClick={() => changeQuery({ sort: order })}>
        {children}
        <span aria-hidden="true">{isOn ? (order === 'name' ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  );
}
