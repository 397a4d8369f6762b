import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTemporaryFolder } from '../cli/temporary-folder.ts';
import { badgeText } from '../harness/badge.ts';
import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { launch } from '../harness/launch.ts';
import { buildOf, readManifest, type Target } from '../harness/target.ts';
import { until } from '../harness/until.ts';
import { closeWelcomePage } from '../harness/welcome-pages.ts';
import { baselineFiles } from './baseline-extension.ts';
import { heavy } from './pages.ts';

/** Our build, the baseline with its constant badge, and one that leaves pages alone. */
export type Contender = 'ours' | 'baseline' | 'none';
/** Contenders, each in a browser of its own. */
export type Running<C extends Contender = Contender> = Record<C, Extension>;
export type Pair = Running<'ours' | 'baseline'>;

/** Starts a browser for each contender, does the work and closes all of them, whatever happens. */
export function withRunning<C extends Contender, T>(
  target: Target,
  web: FakeWeb,
  contenders: readonly C[],
  work: (running: Running<C>) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder(async (folder) => {
    const running: Partial<Running<C>> = {};
    try {
      for (const each of contenders) {
        const directory = join(folder, each);
        unpack(target, each, directory);
        const extension = await launch(target, web, { directory });
        running[each] = extension;
        if (each === 'ours') await waitUntilReady(extension, web);
      }
      return await work(running as Running<C>);
    } finally {
      await Promise.all(Object.values<Extension>(running as Running).map((each) => each.close()));
    }
  });
}

/** Measures one contender after another, so many times, so that a slow minute of the machine affects all of them alike. */
export async function interleave<C extends Contender, T>(
  running: Running<C>,
  times: number,
  measure: (extension: Extension, contender: C) => Promise<T>,
): Promise<Record<C, T[]>> {
  const contenders = Object.keys(running) as C[];
  const results = Object.fromEntries(contenders.map((each) => [each, [] as T[]])) as Record<C, T[]>;
  for (let time = 0; time < times; time += 1)
    for (const contender of contenders) results[contender].push(await measure(running[contender], contender));
  return results;
}

/** Writes an unpacked extension; ours is copied, so that a build meanwhile changes nothing. */
function unpack(target: Target, contender: Contender, directory: string): void {
  if (contender === 'ours') {
    readManifest(buildOf(target));
    cpSync(buildOf(target), directory, { recursive: true });
    return;
  }
  mkdirSync(directory);
  for (const [name, text] of Object.entries(baselineFiles(target, contender === 'baseline')))
    writeFileSync(join(directory, name), text);
}

/** Waits until the catalog of a fresh installation is stored, which a badge proves. */
async function waitUntilReady(extension: Extension, web: FakeWeb): Promise<void> {
  web.use(heavy.variant);
  await closeWelcomePage(extension);
  const page = await extension.newPage();
  await until('the first badge', async () => {
    await page.goto(heavy.url);
    return badgeText(page, 'button', 500);
  });
  await page.close();
}
