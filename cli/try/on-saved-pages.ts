import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { badgeText, hoverBadge } from '../../harness/badge.ts';
import type { Extension } from '../../harness/extension.ts';
import { startFakeWeb } from '../../harness/fake-web.ts';
import { launch } from '../../harness/launch.ts';
import type { Target } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { closeWelcomePage } from '../../harness/welcome-pages.ts';

const pages = {
  axolotl: 'https://github.com/axolotl-ai-cloud/axolotl',
  sam3: 'https://github.com/facebookresearch/sam3',
};
const directory = fileURLToPath(new URL('../../.output/try/', import.meta.url));

/** Opens two tools' pages from saved copies, prints the verdicts that are rendered there, and saves screenshots. */
export async function tryOnSavedPages(target: Target): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const web = await startFakeWeb();
  const extension = await launch(target, web);
  try {
    await closeWelcomePage(extension);
    for (const [name, url] of Object.entries(pages)) await tryPage(extension, name, url);
    const comparison = await extension.openPage('compare.html#axolotl/sam3');
    await until('the comparison', () => comparison.$('table'));
    save('comparison', await comparison.screenshot({ fullPage: extension.target === 'chrome-mv3' }));
    console.log('Screenshots are in .output/try/.');
  } finally {
    await extension.close();
    await web.close();
  }
}

async function tryPage(extension: Extension, name: string, url: string): Promise<void> {
  const page = await extension.newPage();
  await page.goto(url);
  const badge = await badgeText(page);
  save(`${name}-page`, await page.screenshot());
  await hoverBadge(page);
  await until('the card', () => badgeText(page, '[popover]:popover-open', 200));
  save(`${name}-card`, await page.screenshot());
  const popup = await extension.clickAction(page);
  const text = await until('the whole popup', async () => {
    const read = await popup.text();
    return read.includes('Alternatives') && read;
  });
  save(`${name}-popup`, await popup.screenshot());
  console.log(`${url.replace('https://', '')} → ${verdictRead(badge, text)}`);
  await popup.close();
  await page.close();
}

/** "Axolotl: Ship, 3 of 4 reviewers (75%)" from the texts of badge and popup; throws where the two disagree. */
function verdictRead(badge: string, popup: string): string {
  const [name] = popup.split('\n').filter((line) => line.trim().length > 1);
  const [, word, first, second] =
    /^(Ship|Skip|Split) (?:Reviewers are split )?(\d) (?:of|to) (\d)/m.exec(popup) ?? [];
  if (!word || !first || !second) throw new Error(`The popup shows no verdict: ${popup}`);
  const [count, other] = [Number(first), Number(second)];
  const of = word === 'Split' ? count + other : other;
  const ship = word === 'Skip' ? of - count : count;
  const shown = word === 'Split' ? `${word} ${count}-${other}` : `${word} ${count} of ${of}`;
  if (!badge.startsWith(shown)) throw new Error(`The badge reads “${badge}”, the popup ${shown}.`);
  return `${name}: ${word}, ${ship} of ${of} reviewers (${Math.round((ship / of) * 100)}%)`;
}

function save(name: string, image: Uint8Array): void {
  writeFileSync(`${directory}${name}.png`, image);
}
