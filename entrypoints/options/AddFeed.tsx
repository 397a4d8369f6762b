import { useState } from 'preact/hooks';
import { NoticeAt } from './NoticeAt.tsx';
import { addFeed, allowHost, progress, findFeed, follow, candidate, unreachable } from './feed-actions.ts';
import styles from './AddFeed.module.css';

/** Adds a feed in two steps: its address, then its key's fingerprint, which a person confirms. */
export function AddFeed() {
  const [address, setAddress] = useState('');
  const feed = candidate.value;
  const host = unreachable.value;
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void findFeed(address);
        }}
      >
        <label>
          Feed URL{' '}
          <input
            class={styles.address}
            type="text"
            inputMode="url"
            value={address}
            placeholder="https://…"
            spellcheck={false}
            onInput={({ currentTarget }) => setAddress(currentTarget.value)}
          />
        </label>{' '}
        <button class="btn" type="submit" disabled={progress.value !== ''}>
          Check feed
        </button>
      </form>
      <NoticeAt at={addFeed} />
      {host && (
        <p>
          This may work once you allow access:{' '}
          <button class="link" type="button" onClick={() => void allowHost(address)}>
            Allow access to {host}
          </button>
        </p>
      )}
      {feed && (
        <div class={styles.confirm} role="group" aria-label="Feed candidate">
          <p>
            <b>
              <bdi>{feed.name}</bdi>
            </b>{' '}
            (“{feed.manifest.feed}”), version {feed.manifest.version},{' '}
            {feed.manifest.tools.toLocaleString('en')} tools,{' '}
            {(feed.manifest.pack.unpacked / 1_000_000).toFixed(1)} MB.
          </p>
          <p>
            Check this fingerprint against the one your publisher sent you. Only data signed with this key
            will be accepted.
          </p>
          <p class={styles.fingerprint}>{feed.fingerprint}</p>
          <button
            class="btn"
            type="button"
            onClick={() => {
              setAddress('');
              void follow(feed);
            }}
          >
            It matches. Add feed
          </button>{' '}
          <button class="link" type="button" onClick={() => (candidate.value = undefined)}>
            Cancel
          </button>
        </div>
      )}
    </>
  );
}
