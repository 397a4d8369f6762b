import { writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Extension } from '../../harness/extension.ts';
import type { FakeWeb } from '../../harness/fake-web.ts';
import { lookAs, looks, looksOf, type LookName } from '../../harness/looks.ts';
import { openView, type View, type ViewKind } from '../../harness/views.ts';

/** What was taken of a view: its looks, and what went wrong. */
export type Row = { name: string; looks: LookName[]; error?: string };

type Stage = { extension: Extension; web: FakeWeb; folder: string };

// More of a long page says nothing new.
const maxHeight = 2400;

/** Takes a view in each look of its kind, or in one, as `<look>-<view>.png`. */
export async function picturesOf(view: View, only: LookName | undefined, stage: Stage): Promise<Row> {
  const row: Row = { name: view.name, looks: [] };
  try {
    const { shown, close } = await openView(view, stage);
    try {
      const page = 'isOpen' in shown ? shown.page! : shown;
      for (const look of looksOf(view.kind).filter((each) => !only || each === only)) {
        await lookAs(page, view.kind, look);
        writeFileSync(`${stage.folder}${look}-${view.name}.png`, await picture(page, view.kind));
        row.looks.push(look);
      }
    } finally {
      await close();
    }
  } catch (error) {
    row.error = (error as Error).message.slice(0, 300);
  }
  return row;
}

async function picture(page: Page, kind: ViewKind): Promise<Uint8Array> {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  if (kind === 'popup') return page.screenshot();
  const { width, height, whole } = await page.evaluate(() => ({
    ...{ width: innerWidth, height: innerHeight, whole: document.documentElement.scrollHeight },
  }));
  const isLong = kind === 'own';
  const clip = { x: 0, y: 0, width, height: isLong ? Math.min(Math.max(whole, height), maxHeight) : height };
  return page.screenshot({ clip, captureBeyondViewport: isLong });
}

/** The page that shows all pictures: a row for each view, a column for each look. */
export function shotsPage(rows: readonly Row[]): string {
  const columns = Object.keys(looks) as LookName[];
  const cell = (row: Row, look: LookName) => {
    const file = `${look}-${row.name}.png`;
    if (!row.looks.includes(look)) return '<td></td>';
    return `<td><a href="${file}"><img src="${file}" alt="${row.name}, ${look}" loading="lazy"></a></td>`;
  };
  const lines = rows.map(
    (row) => `<tr><th scope="row">${row.name}</th>${columns.map((look) => cell(row, look)).join('')}</tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Views</title>
<style>
  body { font: 13px system-ui; margin: 16px; background: #ccd3dc; color: #1b1f24 }
  th { position: sticky; text-align: start; vertical-align: top; background: #ccd3dc }
  thead th { top: 0 } tbody th { inset-inline-start: 0 }
  td { vertical-align: top; padding: 4px } img { max-width: 420px; box-shadow: 0 0 0 1px #8888 }
</style>
<table>
<thead><tr><td></td>${columns.map((look) => `<th scope="col">${look}</th>`).join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>
`;
}
