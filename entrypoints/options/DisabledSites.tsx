import { useState } from 'preact/hooks';
import { settings } from '../../browser/user-data/settings.ts';
import { change, switchOff } from './preferences.ts';

/** The sites on which no mark shows, with a way to add and to remove one. */
export function DisabledSites({ hosts }: { hosts: readonly string[] }) {
  const [typed, setTyped] = useState('');
  const others = (host: string) => hosts.filter((other) => other !== host);
  return (
    <section>
      <h2>Off on a site</h2>
      <ul>
        {hosts.map((host) => (
          <li key={host}>
            {host}{' '}
            <button
              class="link"
              type="button"
              aria-label={`Show marks on ${host}`}
              onClick={() =>
                void change(settings.disabledHosts, others(host), `Marks show on ${host} again.`)
              }
            >
              Show marks
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void switchOff(typed).then((done) => done && setTyped(''));
        }}
      >
        <label>
          Site{' '}
          <input
            value={typed}
            placeholder="github.com"
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>{' '}
        <button class="btn" type="submit">
          Switch off
        </button>
      </form>
    </section>
  );
}
