import { dateLabel } from '../../catalog/dates.ts';
import type { Subscription } from '../../browser/feed-client/subscriptions.ts';
import type { Layer } from '../../browser/catalog-db/layer.ts';
import { AddFeed } from './AddFeed.tsx';
import { Feed } from './Feed.tsx';
import { switchToBundled, progress } from './feed-actions.ts';

type Props = {
  tools: number;
  layers: readonly Layer[];
  feeds: readonly Subscription[];
  blocked: readonly string[];
  bytes?: number | undefined;
};

/** The data in use, the feeds it comes from, and ways to add, pause and remove one. */
export function Feeds({ tools, layers, feeds, blocked, bytes }: Props) {
  const [base] = layers;
  const isBundled = base?.manifest === undefined;
  return (
    <section>
      <h2>Data</h2>
      <p>
        {tools.toLocaleString('en')} tools
        {bytes !== undefined && `, ${(bytes / 1_000_000).toFixed(1)} MB on this device`}.{' '}
        {isBundled && base && `Built-in data, ${dateLabel(base.published)}.`}
      </p>
      {feeds.length === 0 && (
        <p>Built-in data only. It updates with the extension. Add a feed for fresher or team data.</p>
      )}
      <ul>
        {feeds.map((feed) => (
          <Feed
            key={feed.feed}
            feed={feed}
            layer={layers.find((each) => each.feed === feed.feed && each.manifest)}
            isBlocked={blocked.includes(feed.url)}
          />
        ))}
      </ul>
      {feeds.some(({ use }) => use !== 'off') && (
        <p>
          <button class="link" type="button" onClick={() => void switchToBundled()}>
            Use built-in data only
          </button>
        </p>
      )}
      <p role="status">{progress.value}</p>
      <AddFeed />
    </section>
  );
}
