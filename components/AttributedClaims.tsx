import type { Claim } from '../catalog/claims.ts';

/** Claims or figures that are not ours, each with who says so and where. */
export function AttributedClaims({ voices }: { voices: readonly Claim[] }) {
  return (
    <ul class="voices">
      {voices.map(({ who, says, source }) => (
        <li key={who + says}>
          {says}{' '}
          <span class="src">
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
