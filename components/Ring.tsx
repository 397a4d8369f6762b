import { ringArcs } from './ring-arcs.ts';

/** The panel as a ring: one arc a vote, in the panel's order (`s` ship, `k` skip); dotted when nobody voted. `size` in pixels. */
export function Ring({ votes, size }: { votes: string; size: number }) {
  return (
    <svg class="ring" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      {ringArcs(votes).map((circle, at) => (
        <circle key={at} {...circle} />
      ))}
    </svg>
  );
}
