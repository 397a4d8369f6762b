import { localDate } from '../../components/local-date.ts';
import { AddFeed } from './AddFeed.tsx';
import { Feed } from './Feed.tsx';
import { LeftOut } from './LeftOut.tsx';
import { Unread } from './Unread.tsx';
import { NoticeAt } from './NoticeAt.tsx';
import { allFeeds, switchToBundled } from './feed-actions.ts';
import type { Loaded } from './preferences.ts';

type Props = Pick<Loaded, 'catalog' | 'feeds' | 'blocked' | 'bytes'>;

/** The data in use, the feeds it comes from, and ways to add, pause and remove one. */
export function Feeds({ catalog, feeds, blocked, bytes }: Props) {
  const [base] = catalog?.layers ?? [];
  const size = typeof bytes === 'number' && `${(bytes / 1_000_000).toFixed(1)} MB on this device`;
  return (
    <section>
      <h2>Data</h2>
      <p>
        {catalog && [`${catalog.tools.toLocaleString('en')} tools`, size].filter(Boolean).join(', ') + '. '}
        {base && !base.manifest && `Built-in data, ${localDate(base.published)}.`}
      </p>
      <Unread part={feeds && catalog} />
      {feeds?.length === 0 && (
        <p>Built-in data only. It updates with the extension. Add a feed for fresher or team data.</p>
      )}
      <ul>
        {feeds?.map((feed) => (
          <Feed
            key={feed.feed}
            feed={feed}
            layer={catalog?.layers.find((each) => each.feed === feed.feed && each.manifest)}
            isBlocked={blocked?.includes(feed.url) ?? false}
          />
        ))}
      </ul>
      {feeds?.some(({ use }) => use !== 'off') && (
        <p>
          <button class="link" type="button" onClick={() => void switchToBundled()}>
            Use built-in data only
          </button>
        </p>
      )}
      <NoticeAt at={allFeeds} />
      <LeftOut tools={catalog?.leftOut} />
      <AddFeed />
    </section>
  );
}
