import type { Claim } from '../catalog/claims.ts';
import { FeedLabel } from './ToolName.tsx';

/** Claims and figures that are not ours, each with its author and source, and the feed that reports it. */
export function AttributedClaims({ claims }: { claims: readonly Claim[] }) {
  return (
    <ul>
      {claims.map(({ who, says, source, from }, at) => (
        <li key={at}>
          <bdi>{says}</bdi>{' '}
          <span class="small">
            (
            {source ? (
              <a href={source.url} target="_blank" rel="noreferrer">
                <bdi>{who}</bdi>
              </a>
            ) : (
              <bdi>{who}</bdi>
            )}
            )
            <FeedLabel from={from} />
          </span>
        </li>
      ))}
    </ul>
  );
}
