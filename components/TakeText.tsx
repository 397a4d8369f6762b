import type { Take } from '../catalog/scorecard.ts';

/** A reviewer's sentence or two with numbered links to what it cites, and what would change the vote. */
export function TakeText({ take: { take, cites, wouldChange } }: { take: Take }) {
  return (
    <span class="take">
      {take}
      {cites.map(({ number, source }) => (
        <sup key={number}>
          <a
            href={source.url}
            target="_blank"
            rel="noreferrer"
            aria-label={`Source ${number}: ${source.title}`}
            title={source.title}
          >
            {number}
          </a>
        </sup>
      ))}
      {wouldChange && <em> Would change the vote: {wouldChange}</em>}
    </span>
  );
}
