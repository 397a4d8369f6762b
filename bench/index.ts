// `node bench/index.ts [--loads N] [--quick]`: prints each figure beside a floor of the same run, and asserts none of them.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startFakeWeb } from '../harness/fake-web.ts';
import { buildOf, targets } from '../harness/target.ts';
import { checkTime } from './check-time.ts';
import { catalogScale } from './catalog-scale.ts';
import { feedScale } from './feed-scale.ts';
import { inChromium } from './in-chromium.ts';
import { inFirefox } from './in-firefox.ts';
import { sizeTableOf, tableOf, type Row } from './report.ts';
import { sizes, type Size } from './sizes.ts';

const { values } = parseArgs({
  options: { loads: { type: 'string', default: '20' }, quick: { type: 'boolean', default: false } },
});
const loads = Number(values.loads);
if (!Number.isInteger(loads) || loads < 1) throw new Error('--loads wants a whole number above 0.');

const machine = { cores: cpus().length, load: loadavg()[0]?.toFixed(1) };
const measured: Record<string, { rows: Row[]; sizes: Size[] }> = {};
const web = await startFakeWeb();
try {
  for (const target of targets) {
    const { version, rows } = await (target === 'chrome-mv3' ? inChromium : inFirefox)(target, web, loads);
    measured[version] = { rows, sizes: sizes(buildOf(target)) };
    console.log(`\n${version}, medians (${machine.cores} cores, load ${machine.load})\n${tableOf(rows)}`);
  }
} catch (error) {
  process.exitCode = 1;
  console.error(`Could not be measured: ${error instanceof Error ? error.message : String(error)}`);
} finally {
  await web.close();
}
if (process.exitCode === undefined) {
  const catalog = [await checkTime()];
  // A million tools take ten minutes and 7 GB of disk for a while; --quick leaves the large catalogs out.
  const scale = values.quick ? [] : await inScale();
  console.log(`\nNode ${process.versions.node}\n${tableOf([...catalog, ...scale])}`);
  console.log(`\n${sizeTableOf(Object.values(measured)[0]?.sizes ?? [])}`);
  writeFileSync(
    fileURLToPath(new URL('../.output/bench.json', import.meta.url)),
    JSON.stringify({ loads, machine, measured, catalog, scale }, null, 2),
  );
}

async function inScale(): Promise<Row[]> {
  const web = await startFakeWeb();
  try {
    return [...(await catalogScale('chrome-mv3', web)), ...(await feedScale())];
  } finally {
    await web.close();
  }
}
