import { settings } from '../../browser/user-data/settings.ts';
import { change } from './preferences.ts';

/** The pages on which the badge was dismissed, each with a way to restore it; empty without any. */
export function HiddenPages({ pages }: { pages: readonly string[] }) {
  if (pages.length === 0) return null;
  const without = (page: string) => pages.filter((other) => other !== page);
  return (
    <section>
      <h2>Hidden pages</h2>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            {page}{' '}
            <button
              class="link"
              type="button"
              aria-label={`Unhide ${page}`}
              onClick={() => void change(settings.dismissedPages, without(page), `Badge is back on ${page}.`)}
            >
              Unhide
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
