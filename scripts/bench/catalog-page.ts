import type { Extension } from '../../tests/e2e/harness/extension.ts';
import { summaryOf, type ToolSummary } from '../../catalog/tool-summary.ts';
import { readReference } from '../read-data.ts';
import { syntheticTool } from '../synthetic-tools.ts';
import type { Row } from './report.ts';
import { figure } from './statistics.ts';

const many = 5_000;

/** The page of all tools with 5,000 of them beside the packaged catalog: until the list stands, and after each letter. */
export async function catalogPage(extension: Extension, times: number): Promise<Row[]> {
  const reference = readReference();
  const jobs = Object.keys(reference.jobs);
  const long = Array.from({ length: many }, (_, at) => summaryOf(syntheticTool(at, jobs), reference));
  const floor = await timesOf(extension, times);
  const packaged = await swapIndex(extension, long);
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

/** Puts another index in the place of the stored one, and gives that. */
async function swapIndex(extension: Extension, index: readonly ToolSummary[]): Promise<ToolSummary[]> {
  const page = await extension.openPage('options.html');
  const before = await page.evaluate(async (index) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<{ catalog: { slot: string } }> } } };
    };
    const key = `${(await chrome.storage.local.get('catalog')).catalog.slot}/index`;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const db = await done(indexedDB.open('catalog'));
    const store = db.transaction('records', 'readwrite').objectStore('records');
    const before = (await done(store.get(key))) as unknown;
    await done(store.put(index, key));
    db.close();
    return before;
  }, index);
  await page.close();
  return before as ToolSummary[];
}
