import { useState } from 'preact/hooks';
import { settings } from '../../browser/user-data/settings.ts';
import { Unread } from './Unread.tsx';
import { NoticeAt } from './NoticeAt.tsx';
import { turnOff } from './preferences.ts';
import { turnOn } from './switched-off.ts';

/** The sites on which badges are turned off, with a way to add and to remove one. */
export function DisabledSites({ hosts }: { hosts: readonly string[] | null | undefined }) {
  const [site, setSite] = useState('');
  const listed = hosts ?? [];
  return (
    <section>
      <h2>Turn off on a site</h2>
      <Unread part={hosts} />
      <ul>
        {listed.map((host) => (
          <li key={host}>
            {host}{' '}
            <button
              class="link"
              type="button"
              aria-label={`Turn on for ${host}`}
              onClick={() => void turnOn([host], settings.disabledHosts.key)}
            >
              Turn on
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void turnOff(site).then((done) => done && setSite(''));
        }}
      >
        <label>
          Website{' '}
          <input
            value={site}
            placeholder="github.com"
            onInput={({ currentTarget }) => setSite(currentTarget.value)}
          />
        </label>{' '}
        <button class="btn" type="submit">
          Turn off
        </button>
      </form>
      <NoticeAt at={settings.disabledHosts.key} />
    </section>
  );
}
