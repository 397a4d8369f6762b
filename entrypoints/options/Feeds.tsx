import type { Subscription } from '../../browser/feed-client/subscriptions.ts';
import type { Layer } from '../../browser/catalog-db/layer.ts';
import { AddFeed } from './AddFeed.tsx';
import { Feed } from './Feed.tsx';
import { switchToBundled, busy } from './feed-actions.ts';

type Props = {
  tools: number;
  layers: readonly Layer[];
  feeds: readonly Subscription[];
  blocked: readonly string[];
  bytes?: number | undefined;
};

/** Which catalog is in force, the feeds it is made of, and ways to add, pause and remove one. */
export function Feeds({ tools, layers, feeds, blocked, bytes }: Props) {
  const [base] = layers;
  const isPackaged = base?.manifest === undefined;
  return (
    <section>
      <h2>Catalog</h2>
      <p>
        {tools.toLocaleString('en')} tools
        {bytes !== undefined && `, ${(bytes / 1_000_000).toFixed(1)} MB on this device`}.{' '}
        {isPackaged &&
          base &&
          `Version ${base.version} came with the extension, from ${day(base.published)}.`}
      </p>
      {feeds.length === 0 && (
        <p>
          No feed is followed: this build uses the catalog it came with, and newer facts come with updates of
          the extension.
        </p>
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
            Back to the bundled catalog
          </button>
        </p>
      )}
      <p role="status">{busy.value}</p>
      <AddFeed />
    </section>
  );
}

function day(date: string): string {
  return date.slice(0, 10);
}
