import { positionNames } from '../../browser/user-data/position-names.ts';
import { settings, type BadgePosition } from '../../browser/user-data/settings.ts';
import { Part } from '../../components/Part.tsx';
import product from '../../product.json' with { type: 'json' };
import { Feeds } from './Feeds.tsx';
import { DisabledSites } from './DisabledSites.tsx';
import { NoticeAt } from './NoticeAt.tsx';
import { HiddenPages } from './HiddenPages.tsx';
import { Sites } from './Sites.tsx';
import { Troubles } from './Troubles.tsx';
import { Unread } from './Unread.tsx';
import { change, clearHistory, loaded } from './preferences.ts';

const links = { home: 'Home', issues: 'Report a problem', privacy: 'Privacy' } as const;

/** The settings page: what is wrong, where badges show, what is stored, and which data is used. */
export function Options() {
  const state = loaded.value;
  if (!state) return <div class="opening" aria-busy="true" />;
  return (
    <>
      <h1>Settings</h1>
      <Part name="What is wrong" render={() => <Troubles troubles={state.troubles} />} />
      <Part name="The badge position" render={() => <Position chosen={state.badgePosition} />} />
      <Part name="The list of sites" render={() => <Sites />} />
      <Part
        name="The sites where badges are off"
        render={() => <DisabledSites hosts={state.disabledHosts} />}
      />
      <Part name="The list of hidden pages" render={() => <HiddenPages pages={state.dismissedPages} />} />
      <section>
        <h2>History</h2>
        <p>
          Recently viewed tools{state.recent && ` (${state.recent.length})`} and your chosen alternatives.
          Stored only on this device, never from private windows.
        </p>
        <button class="btn" type="button" onClick={() => void clearHistory()}>
          Clear history
        </button>
        <NoticeAt at={settings.recentTools.key} />
      </section>
      <section>
        <h2>Keyboard</h2>
        <p>
          {state.shortcut
            ? `${state.shortcut} opens ${product.name} on the current page.`
            : 'No shortcut is set. You can set one in your browser’s extension settings.'}
        </p>
      </section>
      <Part name="The data" render={() => <Feeds {...state} />} />
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

function Position({ chosen }: { chosen: BadgePosition | null | undefined }) {
  return (
    <fieldset>
      <legend>Badge position</legend>
      {(Object.entries(positionNames) as [BadgePosition, string][]).map(([key, text]) => (
        <label key={key}>
          <input
            type="radio"
            name="position"
            checked={key === chosen}
            onChange={() =>
              void change(settings.badgePosition, () => key, `Saved. Badge position: ${text.toLowerCase()}.`)
            }
          />{' '}
          {text}
        </label>
      ))}
      <Unread part={chosen} />
      <NoticeAt at={settings.badgePosition.key} />
    </fieldset>
  );
}
