import styles from './Ring.module.css';

const radius = 16;
const perimeter = 2 * Math.PI * radius;

/** The panel as a ring: one arc a vote, in the panel's order (`s` ship, `k` skip); dotted when nobody voted. `size` in pixels. */
export function Ring({ votes, size }: { votes: string; size: number }) {
  const gap = votes.length > 1 ? perimeter * 0.035 : 0;
  const arc = perimeter / votes.length - gap;
  const circle = { cx: 20, cy: 20, r: radius };
  return (
    <svg class={styles.ring} width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      {votes === '' && <circle class={styles.none} {...circle} />}
      {[...votes].map((vote, at) => (
        <circle
          key={at}
          class={vote === 's' ? styles.ship : styles.skip}
          {...circle}
          stroke-dasharray={`${arc.toFixed(2)} ${(perimeter - arc).toFixed(2)}`}
          stroke-dashoffset={(-at * (arc + gap)).toFixed(2)}
          transform="rotate(-90 20 20)"
        />
      ))}
    </svg>
  );
}
