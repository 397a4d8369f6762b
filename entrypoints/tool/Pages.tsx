import type { OnPage } from '../../catalog/on-page.ts';
import { pageName } from '../../catalog/page-id.ts';
import { SourceLink } from '../../components/SourceLink.tsx';
import { urlOf } from '../../sites/index.ts';
import styles from './Pages.module.css';

/** The pages that the entry is about; on a page of its own, what is said is about that one only. */
export function Pages({ tool: { page: here, pages } }: { tool: OnPage }) {
  if (here !== undefined) return null;
  return (
    <section>
      <h2>Where its badge shows</h2>
      <details>
        <summary>
          {pages.length} {pages.length === 1 ? 'page' : 'pages'}
        </summary>
        <ul class={styles.pages}>
          {pages.map((page) => (
            <li key={page}>
              <SourceLink url={urlOf(page) ?? ''}>
                <bdi>{pageName(page)}</bdi>
              </SourceLink>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
