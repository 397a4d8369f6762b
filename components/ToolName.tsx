import type { Named, Whose } from '../catalog/whose.ts';
import styles from './ToolName.module.css';

/** A tool's name and whose word its entry is; every name on our pages is one of these, or nameWithSource() in a text. */
export function ToolName({ tool: { name, from } }: { tool: Named }) {
  return (
    <>
      <bdi>{name}</bdi>
      <FeedLabel from={from} />
    </>
  );
}

/** The label of the feed that an entry comes from; empty for the bundled and the default catalog. */
export function FeedLabel({ from }: Whose) {
  if (!from) return null;
  return (
    <>
      {' '}
      <span class={styles.feed} title={`From the feed “${from}”`}>
        <span class="hidden">from the feed </span>
        <bdi>{from}</bdi>
      </span>
    </>
  );
}
