import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Order } from '../../catalog/browse.ts';
import { jobName, type Reference } from '../../catalog/reference.ts';
import { rivalFinder } from '../../catalog/rivals.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { ToolRow } from './ToolRow.tsx';
import { changeQuery, query } from './state.ts';
import styles from './ToolTable.module.css';

// More than a screenful; the rest is laid out when a reader comes near it.
const step = 100;

type Props = { tools: readonly ToolSummary[]; all: readonly ToolSummary[]; reference: Reference };

/** The tools found, one a row, as many as a reader has scrolled to. */
export function ToolTable({ tools, all, reference }: Props) {
  const [limit, setLimit] = useState(step);
  const more = useRef<HTMLButtonElement>(null);
  const rival = useMemo(() => rivalFinder(all), [all]);
  useEffect(() => setLimit(step), [tools]);
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setLimit((count) => count + step),
      { rootMargin: '600px' },
    );
    if (more.current) observer.observe(more.current);
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
          </tr>
        </thead>
        <tbody>
          {tools.slice(0, limit).map((tool) => (
            <ToolRow key={tool.id} tool={tool} rival={rival(tool)} job={jobName(reference, tool.job)} />
          ))}
        </tbody>
      </table>
      {tools.length > limit && (
        <button ref={more} class="btn" type="button" onClick={() => setLimit(limit + step)}>
          Load {Math.min(step, tools.length - limit)} more
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
