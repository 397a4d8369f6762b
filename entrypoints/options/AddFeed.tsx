import { useState } from 'preact/hooks';
import { allowHost, busy, findFeed, follow, found, unreachable } from './feed-actions.ts';
import styles from './AddFeed.module.css';

/** Adding a feed in two steps: its address, then its key's fingerprint, which the person confirms. */
export function AddFeed() {
  const [typed, setTyped] = useState('');
  const feed = found.value;
  const host = unreachable.value;
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void findFeed(typed);
        }}
      >
        <label>
          Address of a feed{' '}
          <input
            class={styles.address}
            type="text"
            inputMode="url"
            value={typed}
            placeholder="https://…"
            spellcheck={false}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>{' '}
        <button class="btn" type="submit" disabled={busy.value !== ''}>
          Find the feed
        </button>
      </form>
      {host && (
        <p>
          {host} may answer once you allow it:{' '}
          <button class="link" type="button" onClick={() => void allowHost(host, typed)}>
            Allow access to {host}
          </button>
        </p>
      )}
      {feed && (
        <div class={styles.confirm} role="group" aria-label="The feed that was found">
          <p>
            <b>{feed.manifest.name}</b> (“{feed.manifest.feed}”), version {feed.manifest.version},{' '}
            {feed.manifest.tools.toLocaleString('en')} tools.
          </p>
          <p>
            Its key has this fingerprint. Compare it with the one its publisher gave you another way; from now
            on only what this key signs is taken.
          </p>
          <p class={styles.fingerprint}>{feed.fingerprint}</p>
          <button
            class="btn"
            type="button"
            onClick={() => {
              setTyped('');
              void follow(feed);
            }}
          >
            It is the same: follow
          </button>{' '}
          <button class="link" type="button" onClick={() => (found.value = undefined)}>
            Cancel
          </button>
        </div>
      )}
    </>
  );
}
