import browser from 'webextension-polyfill';
import { badgeRecord } from '../catalog/badge-record.ts';
import { pagesOf } from '../catalog/find-tool.ts';
import type { Catalog } from '../catalog/read-catalog.ts';
import { rivalFinder } from '../catalog/rivals.ts';
import { summaryOf, type ToolSummary } from '../catalog/tool-summary.ts';
import { bucketKey, headKey, readHead, type CatalogHead, type Slot } from './badge-lookup.ts';
import { packagedCatalog } from './packaged-catalog.ts';
import { recordKey, recordStore } from './record-store.ts';

let running: Promise<void> | undefined;

/** Makes the stored catalog that of the package. Whoever asks while it runs waits for the same run. */
export function installCatalog(): Promise<void> {
  running ??= packagedCatalog()
    .then(writeCatalog)
    .finally(() => (running = undefined));
  return running;
}

/** Installs only if no catalog is stored, or another version of the extension stored it. */
export async function ensureCatalog(): Promise<void> {
  const head = readHead(await browser.storage.local.get(headKey));
  if (head?.extension !== browser.runtime.getManifest().version) await installCatalog();
}

/** Writes both families of records into the idle slot, then switches in one write, then clears the old slot. */
async function writeCatalog(catalog: Catalog): Promise<void> {
  const slot: Slot = readHead(await browser.storage.local.get(headKey))?.slot === 'a' ? 'b' : 'a';
  await clearSlot(slot);
  const summaries = catalog.tools.map((tool) => summaryOf(tool, catalog.reference));
  await writeRecords(catalog, summaries, slot);
  await browser.storage.local.set(buckets(catalog, summaries, slot));
  const { version, date } = catalog;
  const head: CatalogHead = { slot, version, date, extension: browser.runtime.getManifest().version };
  await browser.storage.local.set({ [headKey]: head });
  await clearSlot(slot === 'a' ? 'b' : 'a');
}

async function writeRecords(
  { tools, reference }: Catalog,
  summaries: readonly ToolSummary[],
  slot: Slot,
): Promise<void> {
  const db = await recordStore();
  const { store, done } = db.transaction('records', 'readwrite');
  const put = (name: string, value: unknown) => store.put(value, recordKey(slot, name));
  await Promise.all([
    put('reference', reference),
    put('index', summaries),
    ...tools.map((tool) => put(`tool/${tool.id}`, tool)),
    done,
  ]);
}

function buckets(
  { tools, reference }: Catalog,
  summaries: readonly ToolSummary[],
  slot: Slot,
): Record<string, Record<string, unknown>> {
  const rival = rivalFinder(summaries);
  const records = new Map(
    tools.map((tool, at) => [tool.id, badgeRecord(tool, rival(summaries[at]!), reference)]),
  );
  const filled: Record<string, Record<string, unknown>> = {};
  for (const [page, { tool }] of pagesOf(tools)) {
    (filled[bucketKey(slot, page)] ??= {})[page] = records.get(tool);
  }
  return filled;
}

async function clearSlot(slot: Slot): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get());
  await browser.storage.local.remove(keys.filter((key) => key.startsWith(`badges:${slot}:`)));
  const db = await recordStore();
  await db.delete('records', IDBKeyRange.bound(recordKey(slot, ''), recordKey(slot, '\uffff')));
}
