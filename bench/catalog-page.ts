import { swapIndex, syntheticIndex } from '../harness/catalog-index.ts';
import type { Extension } from '../harness/extension.ts';
import type { Row } from './report.ts';
import { figure } from './statistics.ts';

const many = 5_000;

/** The page of all tools with 5,000 of them beside the packaged catalog: until the list stands, and after each letter. */
export async function catalogPage(extension: Extension, times: number): Promise<Row[]> {
  const floor = await timesOf(extension, times);
  const packaged = await swapIndex(extension, syntheticIndex(many));
  const ours = await timesOf(extension, times);
  await swapIndex(extension, packaged);
  const row = (what: string, key: 'open' | 'letter'): Row => ({
    what: `${what}, ${many} (floor: ${packaged.length})`,
    unit: 'ms',
    ours: figure(ours.map((each) => each[key])),
    floor: figure(floor.map((each) => each[key])),
  });
  return [row('all tools: list', 'open'), row('all tools: a letter', 'letter')];
}

async function timesOf(extension: Extension, times: number) {
  const all: { open: number; letter: number }[] = [];
  for (let time = 0; time < times; time += 1) {
    const page = await extension.newPage();
    await page.evaluateOnNewDocument(recordList);
    await page.goto(`${extension.origin}catalog.html`);
    const open = await page.evaluate(() => (globalThis as Recorder).listPainted ?? NaN);
    all.push({ open, letter: await page.evaluate(typeLetter) });
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

/** Milliseconds from a letter to the frame after the list that answers it. */
function typeLetter(): Promise<number> {
  const box = document.querySelector<HTMLInputElement>('input[type=search]')!;
  const started = performance.now();
  box.value = 'a';
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started))),
  );
}
