import { including, settings, without } from '../../browser/user-data/settings.ts';
import { Unread } from './Unread.tsx';
import { NoticeAt } from './NoticeAt.tsx';
import { change, notice } from './preferences.ts';

/** The pages on which the badge was dismissed, each with a way to restore it; empty without any. */
export function HiddenPages({ pages }: { pages: readonly string[] | null | undefined }) {
  if (pages === undefined || (pages?.length === 0 && notice.value?.at !== settings.dismissedPages.key))
    return null;
  const listed = pages ?? [];
  return (
    <section>
      <h2>Hidden pages</h2>
      <Unread part={pages} />
      <ul>
        {listed.map((page) => (
          <li key={page}>
            {page}{' '}
            <button
              class="link"
              type="button"
              aria-label={`Unhide ${page}`}
              onClick={() =>
                void change(
                  settings.dismissedPages,
                  without(page),
                  `Badge is back on ${page}.`,
                  including(page),
                )
              }
            >
              Unhide
            </button>
          </li>
        ))}
      </ul>
      <NoticeAt at={settings.dismissedPages.key} />
    </section>
  );
}
