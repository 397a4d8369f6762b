const radius = 16;
const round = 2 * Math.PI * radius;

/** The panel as a ring: one arc a vote, in the panel's order (`s` ship, `k` skip); dotted when nobody voted. `size` in pixels. */
export function Ring({ votes, size }: { votes: string; size: number }) {
  const gap = votes.length > 1 ? round * 0.035 : 0;
  const arc = round / votes.length - gap;
  const circle = { cx: 20, cy: 20, r: radius };
  return (
    <svg class="ring" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      {[...votes].map((vote, at) => (
        <circle
          key={at}
          class={vote === 's' ? 'ship' : 'skip'}
          {...circle}
          stroke-dasharray={`${arc} ${round - arc}`}
          stroke-dashoffset={-at * (arc + gap)}
          transform="rotate(-90 20 20)"
        />
      ))}
      {votes === '' && <circle class="none" {...circle} />}
    </svg>
  );
}
