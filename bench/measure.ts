import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startFakeWeb } from '../harness/fake-web.ts';
import { buildOf, targets } from '../harness/target.ts';
import { catalogScale } from './catalog-scale.ts';
import { checkTime } from './check-time.ts';
import { feedScale } from './feed-scale.ts';
import { firstUses } from './first-use.ts';
import { inChromium, inFirefox, whereTimeGoes } from './in-browsers.ts';
import { refreshScale } from './refresh-scale.ts';
import { tableOf, type Row } from './report.ts';
import { sizes, sizeTableOf, type Size } from './sizes.ts';

/** Measures everything, prints the tables and writes `.output/bench.json`; gives the exit code. `large` adds the large catalogs. */
export async function measure(loads: number, { large }: { large: boolean }): Promise<number> {
  const machine = { cores: cpus().length, load: loadavg()[0]?.toFixed(1) };
  const measured: Record<string, { rows: Row[]; sizes: Size[] }> = {};
  const onNode: Record<'catalog' | 'scale', Row[]> = { catalog: [], scale: [] };
  const web = await startFakeWeb();
  try {
    for (const target of targets) {
      const { version, rows } = await (target === 'chrome-mv3' ? inChromium : inFirefox)(target, web, loads);
      measured[version] = { rows, sizes: sizes(buildOf(target)) };
      console.log(`\n${version}, medians (${machine.cores} cores, load ${machine.load})\n${tableOf(rows)}`);
    }
    onNode.catalog = [await checkTime()];
    // A million tools take ten minutes and, for a while, 7 GB of disk.
    if (large)
      onNode.scale = [
        ...(await catalogScale('chrome-mv3', web)),
        ...(await feedScale()),
        ...(await refreshScale()),
      ];
  } catch (error) {
    console.error(`Could not be measured: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await web.close();
  }
  console.log(`\nNode ${process.versions.node}\n${tableOf([...onNode.catalog, ...onNode.scale])}`);
  console.log(`\n${sizeTableOf(Object.values(measured)[0]?.sizes ?? [])}`);
  const file = fileURLToPath(new URL('../.output/bench.json', import.meta.url));
  writeFileSync(file, JSON.stringify({ loads, machine, measured, ...onNode }, null, 2));
  return 0;
}

/** Prints where the time of the content scripts goes, and what the first use of each browser interface costs; gives the exit code. */
export async function measureBreakdown(loads: number): Promise<number> {
  const web = await startFakeWeb();
  try {
    console.log(tableOf(await whereTimeGoes('chrome-mv3', web, loads)));
    for (const target of targets) {
      console.log(`\n${target}: the first use of each in a content script, in microseconds`);
      for (const [what, microseconds] of Object.entries(await firstUses(target, web, loads)))
        console.log(`${microseconds.toFixed(0).padStart(8)}  ${what}`);
    }
    return 0;
  } finally {
    await web.close();
  }
}
