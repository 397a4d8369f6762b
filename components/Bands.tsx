import type { ComponentChildren } from 'preact';
import type { Band } from '../catalog/bands.ts';
import styles from './Bands.module.css';

type Props = {
  bands: readonly Band[];
  /** What stands in place of a band's text, as with a way to what followed a tool. */
  inPlace?: ((band: Band) => ComponentChildren) | undefined;
};

// More would push the verdict away; the rest is one press further.
const upFront = 2;

/** What is wrong, the worst first, before everything else that is said of a tool; empty where nothing is. */
export function Bands({ bands, inPlace }: Props) {
  if (bands.length === 0) return null;
  const list = (some: readonly Band[]) => (
    <ul class={some.length > 1 ? styles.several : styles.bands}>
      {some.map((band) => (
        <li key={band.kind} class={band.isBad ? styles.bad : styles.fair}>
          {inPlace?.(band) ?? band.text}
        </li>
      ))}
    </ul>
  );
  const rest = bands.slice(upFront);
  return (
    <div class={styles.all}>
      {list(bands.slice(0, upFront))}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          {list(rest)}
        </details>
      )}
    </div>
  );
}
