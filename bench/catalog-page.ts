import { swapIndex, syntheticIndex } from '../harness/catalog-index.ts';
import type { Extension } from '../harness/extension.ts';
import { timeToAnswer, timeToPaint } from './paint.ts';
import { compare, type Row } from './report.ts';

const many = 5_000;

/** The page of all tools with 5,000 of them beside the bundled catalog: until the list is painted, and after a letter. */
export async function catalogPage(extension: Extension, times: number): Promise<Row[]> {
  const baseline = await timesOf(extension, times);
  const bundled = await swapIndex(extension, syntheticIndex(many));
  const ours = await timesOf(extension, times);
  await swapIndex(extension, bundled);
  const sizes = `${many} (baseline: ${bundled.length})`;
  return [
    compare(`all tools: list, ${sizes}`, 'ms', ours.open, baseline.open),
    compare(`all tools: a letter, ${sizes}`, 'ms', ours.letter, baseline.letter),
  ];
}

async function timesOf(extension: Extension, times: number) {
  const all = { open: [] as number[], letter: [] as number[] };
  for (let time = 0; time < times; time += 1) {
    const page = await extension.newPage();
    all.open.push(await timeToPaint(page, `${extension.origin}catalog.html`, 'tbody tr'));
    all.letter.push(await page.evaluate(timeToAnswer, 'a'));
    await page.close();
  }
  return all;
}
