import { now, today } from '../../browser/clock.ts';
import { defaultFeed, type Subscription } from '../../browser/feed-client/subscriptions.ts';
import type { Layer } from '../../browser/catalog-db/layer.ts';
import { localDate } from '../../components/local-date.ts';
import { expiredOn } from '../../catalog/feed/verify-manifest.ts';
import { ageInDays } from '../../catalog/staleness.ts';
import { NoticeAt } from './NoticeAt.tsx';
import {
  acceptClaimedName,
  acceptDrop,
  allowFeed,
  feedPlace,
  progress,
  checkNow,
  remove,
  setUse,
} from './feed-actions.ts';
import styles from './Feed.module.css';

type Props = { feed: Subscription; layer: Layer | undefined; isBlocked: boolean };

const uses = { on: '', paused: 'paused', off: 'off' };

/** One feed: what it holds and since when, why its last update was rejected, and what can be done with it. */
export function Feed({ feed, layer, isBlocked }: Props) {
  const { name, url, use, lastChecked, lastError, claimedName, rotated } = feed;
  const expired = layer && expiredOn(layer, now());
  const isDefault = feed.feed === defaultFeed?.feed;
  return (
    <li class={styles.feed}>
      <h3>
        <bdi>{name}</bdi> {uses[use] && <span class="tag">{uses[use]}</span>}{' '}
        {expired && <span class="warn">expired</span>}
      </h3>
      <p class="small">{url}</p>
      <p>
        {layer
          ? `Version ${layer.version}, ${age(layer.published, today())}, ${layer.tools.toLocaleString('en')} tools. `
          : 'Not downloaded yet. '}
        {expired
          ? `Expired on ${localDate(expired)}; used until a newer version arrives. `
          : layer?.expires && `Valid until ${localDate(layer.expires)}. `}
        {lastChecked
          ? `Last checked ${localDate(lastChecked)}, ${lastChecked.slice(11, 16)} UTC.`
          : 'Not checked yet.'}
      </p>
      {lastError && <Refused feed={feed} error={lastError} />}
      {claimedName && (
        <p>
          It now calls itself “<bdi>{claimedName}</bdi>”.{' '}
          <button class="link" type="button" onClick={() => void acceptClaimedName(feed.feed)}>
            Use this name
          </button>
        </p>
      )}
      {rotated && (
        <p>
          Its publisher replaced its key on {localDate(rotated.date)}, with a statement signed by the key
          before it. Fingerprint of the new key: <span class={styles.fingerprint}>{rotated.fingerprint}</span>
        </p>
      )}
      <p class="actions">
        {isBlocked && (
          <button class="link" type="button" onClick={() => void allowFeed(feed)}>
            Allow access to {new URL(url).hostname}
          </button>
        )}
        {use === 'off' ? (
          <button
            class="link"
            type="button"
            aria-label={`Turn on ${name}`}
            onClick={() => void setUse(feed, 'on')}
          >
            Turn on
          </button>
        ) : (
          <>
            <button
              class="link"
              type="button"
              aria-label={`Update now: ${name}`}
              disabled={progress.value !== ''}
              onClick={() => void checkNow(feed.feed)}
            >
              Update now
            </button>
            <button
              class="link"
              type="button"
              aria-label={`${use === 'on' ? 'Pause' : 'Resume'} ${name}`}
              onClick={() => void setUse(feed, use === 'on' ? 'paused' : 'on')}
            >
              {use === 'on' ? 'Pause' : 'Resume'}
            </button>
          </>
        )}
        {!isDefault && (
          <button class="link" type="button" aria-label={`Remove ${name}`} onClick={() => void remove(feed)}>
            Remove
          </button>
        )}
      </p>
      <NoticeAt at={feedPlace(feed.feed)} />
    </li>
  );
}

/** Why an update was refused; one that was held back can be accepted. */
function Refused({ feed, error }: { feed: Subscription; error: NonNullable<Subscription['lastError']> }) {
  if (error.code !== 'held-back')
    return (
      <p class={styles.error}>
        <b>Update rejected.</b> {error.message} Your existing data is unchanged.
      </p>
    );
  const { version } = feed.highestSeen;
  return (
    <p class={styles.error}>
      <b>Update held back.</b> {error.message}{' '}
      <button
        class="link"
        type="button"
        aria-label={`Accept version ${version} of ${feed.name}`}
        disabled={progress.value !== ''}
        onClick={() => void acceptDrop(feed.feed)}
      >
        Accept version {version}
      </button>
    </p>
  );
}

function age(published: string, today: string): string {
  const days = Math.max(0, ageInDays(published.slice(0, 10), today));
  return `published ${localDate(published)} (${days === 0 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`})`;
}
