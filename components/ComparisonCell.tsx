import type { Cell } from '../catalog/comparison.ts';
import { monthLabel } from '../catalog/dates.ts';
import { Advisories } from './KnownTrouble.tsx';
import { SourceLink } from './SourceLink.tsx';
import { otherValue } from './Sources.tsx';
import styles from './FullComparison.module.css';

/** One side of a row; `leads` is missing where neither side does. */
export function ComparisonCell({
  cell: { text, detail, fact, votes, advisories },
  leads,
}: {
  cell: Cell;
  leads?: boolean | undefined;
}) {
  const quiet = leads === false || ['None', 'No votes yet', 'Not reviewed yet', 'Not known'].includes(text);
  const [source] = fact?.sources ?? [];
  return (
    <td class={leads ? styles.leads : quiet ? 'quiet' : ''}>
      {votes
        ? votes.map(({ name, vote }, at) => (
            <span key={at}>
              {at > 0 && ', '}
              {name}: <b data-verdict={vote === 'ship' ? 'Ship' : 'Skip'}>{vote}</b>
            </span>
          ))
        : text}{' '}
      {fact && fact.disputed.length > 0 && (
        <span class="warn" title={fact.disputed.map(otherValue).join('; ')}>
          sources disagree
        </span>
      )}{' '}
      {source && (
        <SourceLink class="small" url={source.url}>
          {source.title}, {monthLabel(source.seen)}
        </SourceLink>
      )}
      {advisories && <Advisories advisories={advisories} />}
      {detail && <span class="small">{detail}</span>}
      {fact?.disputed.map((other, at) => (
        <span key={at} class={`small ${styles.line}`}>
          {otherValue(other)} (
          {other.sources.map(({ title, url }, at) => (
            <SourceLink key={at} url={url}>
              {title}
            </SourceLink>
          ))}
          )
        </span>
      ))}
    </td>
  );
}
