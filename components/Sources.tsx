import { dateLabel } from '../catalog/dates.ts';
import type { FactView, SourceView } from '../catalog/fact-views.ts';

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
            {new URL(url).hostname}, {dateLabel(seen)}
            {commit && ` (${commit.slice(0, 7)})`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "shiporskip.io says: Paid", a value that other sources give. */
export function otherValue({ text, sources }: FactView['disputed'][number]): string {
  const hosts = [...new Set(sources.map(({ url }) => new URL(url).hostname))];
  return `${hosts.join(' and ')} ${hosts.length === 1 ? 'says' : 'say'}: ${text}`;
}
