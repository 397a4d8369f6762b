import { settings, type BadgePosition } from '../../browser/user-data/settings.ts';
import product from '../../product.json' with { type: 'json' };
import { Feeds } from './Feeds.tsx';
import { DisabledSites } from './DisabledSites.tsx';
import { HiddenPages } from './HiddenPages.tsx';
import { Sites } from './Sites.tsx';
import { change, clearHistory, loaded, notice } from './preferences.ts';

const positions: Record<BadgePosition, string> = {
  beside: 'Next to the name',
  corner: 'Corner of the page',
  toolbar: 'Toolbar only',
};

const links = { home: 'Home', issues: 'Report a problem', privacy: 'Privacy' } as const;

/** The settings page: where badges show, what is stored, and which data is used. */
export function Options() {
  const state = loaded.value;
  if (!state) return <div class="opening" aria-busy="true" />;
  const { badgePosition, disabledHosts, dismissedPages, recent, shortcut, ...catalog } = state;
  return (
    <>
      <h1>Settings</h1>
      <p role="status" class="notice">
        {notice.value?.text}{' '}
        {notice.value?.undo && (
          <button class="link" type="button" onClick={() => void notice.value!.undo!()}>
            Undo
          </button>
        )}
      </p>
      <fieldset>
        <legend>Badge position</legend>
        {(Object.entries(positions) as [BadgePosition, string][]).map(([key, text]) => (
          <label key={key}>
            <input
              type="radio"
              name="position"
              checked={key === badgePosition}
              onChange={() =>
                void change(settings.badgePosition, key, `Saved. Badge position: ${text.toLowerCase()}.`)
              }
            />{' '}
            {text}
          </label>
        ))}
      </fieldset>
      <Sites />
      <DisabledSites hosts={disabledHosts} />
      <HiddenPages pages={dismissedPages} />
      <section>
        <h2>History</h2>
        <p>
          Recently viewed tools ({recent}) and your chosen alternatives. Stored only on this device, never
          from private windows.
        </p>
        <button class="btn" type="button" onClick={() => void clearHistory()}>
          Clear history
        </button>
      </section>
      <section>
        <h2>Keyboard</h2>
        <p>
          {shortcut
            ? `${shortcut} opens ${product.name} on the current page.`
            : 'No shortcut is set. You can set one in your browser’s extension settings.'}
        </p>
      </section>
      <Feeds {...catalog} />
      <p class="links">
        {Object.entries(links).map(
          ([key, text]) =>
            product[key as keyof typeof links] && (
              <a key={key} href={product[key as keyof typeof links]} target="_blank" rel="noreferrer">
                {text}
              </a>
            ),
        )}
      </p>
    </>
  );
}
