import type { OpenAdvisory } from '../catalog/advisories.ts';
import { advisoryLabel, type KnownTrouble as Trouble } from '../catalog/known-trouble.ts';
import { SourceLink } from './SourceLink.tsx';
import styles from './KnownTrouble.module.css';

// The rest is a click away, since a server may have a hundred of them.
const upFront = 5;

/** What is known against a version, with its advisories; empty where that is nothing. */
export function KnownTrouble({ trouble }: { trouble: Trouble | undefined }) {
  if (!trouble) return null;
  const { text, advisories } = trouble;
  return (
    <>
      <p class={advisories.length > 0 ? styles.warning : ''}>{text}</p>
      <Advisories advisories={advisories} />
    </>
  );
}

/** Advisories by name, the worst first, each with a link to its text. */
export function Advisories({ advisories }: { advisories: readonly OpenAdvisory[] }) {
  if (advisories.length === 0) return null;
  const rest = advisories.slice(upFront);
  return (
    <>
      <AdvisoryList advisories={advisories.slice(0, upFront)} />
      {rest.length > 0 && (
        <details>
          <summary>Show {rest.length} more</summary>
          <AdvisoryList advisories={rest} />
        </details>
      )}
    </>
  );
}

function AdvisoryList({ advisories }: { advisories: readonly OpenAdvisory[] }) {
  return (
    <ul class={styles.list}>
      {advisories.map((advisory) => (
        <li key={advisory.id}>
          {advisory.url ? (
            <SourceLink url={advisory.url}>{advisoryLabel(advisory)}</SourceLink>
          ) : (
            advisoryLabel(advisory)
          )}
          : {advisory.summary}
        </li>
      ))}
    </ul>
  );
}
