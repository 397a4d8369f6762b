import type { FactView, SourceView } from '../catalog/fact-views.ts';
import { Day } from './Day.tsx';
import { hostOf, SourceLink } from './SourceLink.tsx';

/** Links to sources, each with the date of the copy that was read. */
export function Sources({ sources }: { sources: readonly SourceView[] }) {
  return (
    <ul>
      {sources.map(({ title, url, seen, commit }, at) => (
        <li key={at}>
          <SourceLink url={url}>{title}</SourceLink>{' '}
          <span class="small">
            {hostOf(url)}, <Day iso={seen} />
            {commit && ` (${commit.slice(0, 7)})`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "shiporskip.io says: Paid", a value that other sources give. */
export function otherValue({ text, sources }: FactView['disputed'][number]): string {
  const hosts = [...new Set(sources.map(({ url }) => hostOf(url)))];
  return `${hosts.join(' and ')} ${hosts.length === 1 ? 'says' : 'say'}: ${text}`;
}
