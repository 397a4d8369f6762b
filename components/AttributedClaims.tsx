import type { Claim } from '../catalog/claims.ts';

/** Claims and figures that are not ours, each with its author and source. */
export function AttributedClaims({ claims }: { claims: readonly Claim[] }) {
  return (
    <ul>
      {claims.map(({ who, says, source }) => (
        <li key={who + says}>
          {says}{' '}
          <span class="small">
            (
            {source ? (
              <a href={source.url} target="_blank" rel="noreferrer">
                {who}
              </a>
            ) : (
              who
            )}
            )
          </span>
        </li>
      ))}
    </ul>
  );
}
