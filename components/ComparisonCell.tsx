import type { Cell } from '../catalog/comparison.ts';
import { Day } from './Day.tsx';
import { Advisories } from './KnownTrouble.tsx';
import { SourceLink } from './SourceLink.tsx';
import { otherValue } from './Sources.tsx';
import styles from './FullComparison.module.css';

const empty = ['None', 'No votes yet', 'No verdict yet', 'Not reviewed yet', 'Not reviewed', 'Unknown'];

/** One side of a row; `leads` is missing where neither side does. */
export function ComparisonCell({
  cell: { text, detail, note, reviewed, fact, votes, advisories },
  leads,
}: {
  cell: Cell;
  leads?: boolean | undefined;
}) {
  const quiet = leads === false || empty.includes(text);
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
      {fact && fact.disputed.length > 0 && <span class="warn">sources disagree</span>}{' '}
      {source && (
        <SourceLink class="small" url={source.url}>
          {source.title}, <Day iso={source.seen} isMonth />
        </SourceLink>
      )}
      {advisories && <Advisories advisories={advisories} />}
      {detail && <span class="small">{detail}</span>}
      {reviewed && (
        <span class="small">
          <Day iso={reviewed} />
        </span>
      )}
      {note && <span class={`small ${styles.line}`}>{note}</span>}
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
