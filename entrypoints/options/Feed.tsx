import { now, today } from '../../browser/clock.ts';
import { defaultFeed, type Subscription } from '../../browser/feed-client/subscriptions.ts';
import type { Layer } from '../../browser/catalog-db/layer.ts';
import { expiredOn } from '../../catalog/feed/verify-manifest.ts';
import { ageInDays } from '../../catalog/staleness.ts';
import { allowFeed, busy, checkNow, remove, setUse } from './feed-actions.ts';
import styles from './Feed.module.css';

type Props = { feed: Subscription; layer: Layer | undefined; isBlocked: boolean };

const uses = { on: '', paused: 'paused', off: 'not used' };

/** One feed: what it brought and when, what was refused last, and what can be done with it. */
export function Feed({ feed, layer, isBlocked }: Props) {
  const { name, url, use, lastChecked, lastError } = feed;
  const expired = layer && expiredOn(layer, now());
  const isDefault = feed.feed === defaultFeed?.feed;
  return (
    <li class={styles.feed}>
      <h3>
        {name} {uses[use] && <span class="tag">{uses[use]}</span>}{' '}
        {expired && <span class="warn">expired</span>}
      </h3>
      <p class="small">{url}</p>
      <p>
        {layer
          ? `Version ${layer.version}, ${age(layer.published, today())}, ${layer.tools.toLocaleString('en')} tools. `
          : 'Nothing of it is on this device. '}
        {expired
          ? `It expired on ${expired} and is kept until a newer version comes. `
          : layer?.expires && `Good until ${layer.expires.slice(0, 10)}. `}
        {lastChecked ? `Last checked ${lastChecked.slice(0, 16).replace('T', ' ')} UTC.` : 'Not checked yet.'}
      </p>
      {lastError && (
        <p class={styles.refusal}>
          <b>Last update refused.</b> {lastError.message}
        </p>
      )}
      <p class="actions">
        {isBlocked && (
          <button class="link" type="button" onClick={() => void allowFeed(feed)}>
            Allow access to {new URL(url).hostname}
          </button>
        )}
        {use === 'off' ? (
          <button class="link" type="button" onClick={() => void setUse(feed, 'on')}>
            Use {name}
          </button>
        ) : (
          <>
            <button
              class="link"
              type="button"
              disabled={busy.value !== ''}
              onClick={() => void checkNow(feed.feed)}
            >
              Check {name} now
            </button>
            <button
              class="link"
              type="button"
              onClick={() => void setUse(feed, use === 'on' ? 'paused' : 'on')}
            >
              {use === 'on' ? `Pause ${name}` : `Resume ${name}`}
            </button>
          </>
        )}
        {!isDefault && (
          <button class="link" type="button" onClick={() => void remove(feed)}>
            Remove {name}
          </button>
        )}
      </p>
    </li>
  );
}

function age(published: string, today: string): string {
  const days = Math.max(0, ageInDays(published.slice(0, 10), today));
  return `published ${published.slice(0, 10)} (${days === 0 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`})`;
}
