import { sideOfPage, toolUrl } from '../../browser/pages.ts';
import { commercialUseLabel } from '../../catalog/commercial-use.ts';
import { commercialUseOf } from '../../catalog/license.ts';
import { onPage, type OnPage } from '../../catalog/on-page.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { AttributedTool } from '../../catalog/whose.ts';
import styles from './Models.module.css';

type Props = { tool: OnPage<AttributedTool>; reference: Pick<Reference, 'licenses'> };

/** What of a family is known by itself, each with a way to its page and with what its license allows. */
export function Models({ tool, reference }: Props) {
  const { variants = [] } = tool;
  if (variants.length === 0) return null;
  return (
    <section>
      <h2>Models and versions</h2>
      <ul class={styles.models}>
        {variants.map(({ name, pages: [page] }) => {
          const here = onPage(tool, page);
          const use = commercialUseLabel(commercialUseOf(here, reference.licenses));
          return (
            <li key={name}>
              <a href={toolUrl(sideOfPage(tool.id, page && normalizePageId(page)))}>
                <bdi>{name}</bdi>
              </a>
              <span class="quiet">Commercial use: {use.toLowerCase()}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
