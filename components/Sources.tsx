import type { SourceView } from '../catalog/fact-views.ts';

/** Links to sources, each with the date of the copy that was read. */
export function Sources({ sources }: { sources: readonly SourceView[] }) {
  return (
    <ul>
      {sources.map(({ key, title, url, seen, commit }) => (
        <li key={key}>
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>{' '}
          <span class="small">
            {new URL(url).hostname}
            {commit && ` at ${commit.slice(0, 7)}`}, seen {seen}
          </span>
        </li>
      ))}
    </ul>
  );
}
