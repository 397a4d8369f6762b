import { settings, type BadgePosition } from '../../browser/user-data/settings.ts';
import product from '../../product.json' with { type: 'json' };
import { Feeds } from './Feeds.tsx';
import { DisabledSites } from './DisabledSites.tsx';
import { HiddenPages } from './HiddenPages.tsx';
import { Sites } from './Sites.tsx';
import { change, forget, loaded, notice } from './preferences.ts';

const places: Record<BadgePosition, string> = {
  beside: 'Beside the name',
  corner: 'In a corner of the page',
  toolbar: 'On the toolbar icon only',
};

const links = { home: 'Home', issues: 'Report a problem', privacy: 'Privacy' } as const;

/** Where marks show, what is remembered, and which catalog is in force. */
export function Options() {
  const shown = loaded.value;
  if (!shown) return <div class="opening" aria-busy="true" />;
  const { place, disabledHosts, dismissedPages, seen, shortcut, ...catalog } = shown;
  return (
    <>
      <h1>Options</h1>
      <p role="status" class="notice">
        {notice.value?.text}{' '}
        {notice.value?.undo && (
          <button class="link" type="button" onClick={() => void notice.value!.undo!()}>
            Undo
          </button>
        )}
      </p>
      <fieldset>
        <legend>Where marks show</legend>
        {(Object.entries(places) as [BadgePosition, string][]).map(([key, text]) => (
          <label key={key}>
            <input
              type="radio"
              name="position"
              checked={key === place}
              onChange={() => void change(settings.badgePosition, key, `Marks: ${text.toLowerCase()}.`)}
            />{' '}
            {text}
          </label>
        ))}
      </fieldset>
      <Sites />
      <DisabledSites hosts={disabledHosts} />
      <HiddenPages pages={dismissedPages} />
      <section>
        <h2>What is remembered</h2>
        <p>
          The tools whose verdict was opened last ({seen} now) and the rival chosen for each job. Both stay on
          this device, and nothing is kept from private windows.
        </p>
        <button class="btn" type="button" onClick={() => void forget()}>
          Forget both
        </button>
      </section>
      <section>
        <h2>Keyboard</h2>
        <p>
          {shortcut
            ? `${shortcut} opens the verdict of the page.`
            : 'No shortcut opens the verdict; the browser’s extension settings can set one.'}
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
