import { settings } from '../../browser/user-data/settings.ts';
import { change } from './preferences.ts';

/** The pages whose mark was put away as wrong, each with a way back; not there where there are none. */
export function HiddenPages({ pages }: { pages: readonly string[] }) {
  if (pages.length === 0) return null;
  const others = (page: string) => pages.filter((other) => other !== page);
  return (
    <section>
      <h2>Pages put away as wrong</h2>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            {page}{' '}
            <button
              class="link"
              type="button"
              aria-label={`Show again on ${page}`}
              onClick={() =>
                void change(settings.dismissedPages, others(page), `The mark shows again on ${page}.`)
              }
            >
              Show again
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
