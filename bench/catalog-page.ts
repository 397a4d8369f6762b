import { swapIndex, syntheticIndex } from '../harness/catalog-index.ts';
import type { Extension } from '../harness/extension.ts';
import { compare, type Row } from './report.ts';

const many = 5_000;

/** The page of all tools with 5,000 of them beside the bundled catalog: until the list is painted, and after a letter. */
export async function catalogPage(extension: Extension, times: number): Promise<Row[]> {
  const baseline = await timesOf(extension, times);
  const bundled = await swapIndex(extension, syntheticIndex(many));
  const ours = await timesOf(extension, times);
  await swapIndex(extension, bundled);
  const row = (what: string, key: 'open' | 'letter') => {
    const all = [ours, baseline].map((each) => each.map((time) => time[key]));
    return compare(`${what}, ${many} (baseline: ${bundled.length})`, 'ms', all[0]!, all[1]!);
  };
  return [row('all tools: list', 'open'), row('all tools: a letter', 'letter')];
}

async function timesOf(extension: Extension, times: number) {
  const all: { open: number; letter: number }[] = [];
  for (let time = 0; time < times; time += 1) {
    const page = await extension.newPage();
    await page.evaluateOnNewDocument(recordList);
    await page.goto(`${extension.origin}catalog.html`);
    const open = await page.evaluate(() => (globalThis as Recorder).listPainted ?? NaN);
    all.push({ open, letter: await page.evaluate(timeToAnswer, 'a') });
    await page.close();
  }
  return all;
}

type Recorder = { listPainted?: Promise<number> };

function recordList(): void {
  (globalThis as Recorder).listPainted = new Promise((done) => {
    const look = () =>
      requestAnimationFrame(document.querySelector('tbody tr') ? () => done(performance.now()) : look);
    requestAnimationFrame(look);
  });
}

/** Runs in the page of all tools: milliseconds from a search text to the frame after the list that answers it. */
export function timeToAnswer(text: string): Promise<number> {
  const box = document.querySelector<HTMLInputElement>('input[type=search]')!;
  const started = performance.now();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started))),
  );
}
