import type { Claim } from '../catalog/claims.ts';

/** Claims or figures that are not ours, each with who says so and where. */
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
