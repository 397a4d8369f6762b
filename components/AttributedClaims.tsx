import type { Claim } from '../catalog/claims.ts';
import { SourceLink } from './SourceLink.tsx';
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
              <SourceLink url={source.url}>
                <bdi>{who}</bdi>
              </SourceLink>
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
