import type { FirstTool } from '../../catalog/first-tools.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { readShelf, shelfOf, type Shelf } from './badge-shelves.ts';
import type { CatalogDb } from './database.ts';
import type { StoredCatalog } from './layer.ts';
import { decoded, type StoredParts, type TableName, type Tables } from './parts.ts';
import { readSummaries } from './stored-catalog.ts';

/** A catalog's place in the database. */
export type Place = Pick<StoredCatalog, 'parts' | 'pages' | 'tools'>;

// Asked for at once: many enough that the database is never idle, few enough for memory.
const batchSize = 64;

/** One part of a table as it is stored, which may be anything; nothing where it is empty. */
export async function storedPart<N extends TableName>(
  name: N,
  number: number,
  { parts }: Pick<Place, 'parts'>,
  db: CatalogDb,
): Promise<StoredParts[N] | undefined> {
  const generation = parts[name][number];
  const stored: unknown = generation ? await db.get(name, [generation, number]) : undefined;
  return stored as StoredParts[N] | undefined;
}

/** All parts of a table that are not empty, some at a time. Throws where one is missing or damaged. */
export async function* partsOf<N extends TableName>(
  name: N,
  place: Pick<Place, 'parts'>,
  db: CatalogDb,
): AsyncGenerator<Map<string, Tables[N]>> {
  const numbers = place.parts[name].flatMap((generation, number) => (generation ? [number] : []));
  for (let at = 0; at < numbers.length; at += batchSize) {
    const some = numbers.slice(at, at + batchSize).map((number) => storedPart(name, number, place, db));
    for (const part of await Promise.all(some)) yield decoded(name, part);
  }
}

/** The stored summaries of all tools, by id. Throws if any is missing or damaged. */
export async function storedSummaries(place: Place, db: CatalogDb): Promise<ToolSummary[]> {
  const numbers = place.parts.summaries.flatMap((generation, number) => (generation ? [number] : []));
  const parts = await Promise.all(numbers.map((number) => storedPart('summaries', number, place, db)));
  return readSummaries(parts.flat(), place.tools).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The stored first tools of a catalog. Throws if they are missing or damaged. */
export function readFirst(stored: unknown): FirstTool[] {
  const list: unknown[] = Array.isArray(stored) ? stored : [];
  readSummaries(
    list.map((each) => (Object(each) as Partial<FirstTool>).tool),
    list.length,
  );
  if (list.length === 0) throw new Error('The stored first tools are missing or damaged.');
  return list as FirstTool[];
}

/** The shelf with this number. Throws if it is missing or damaged. */
export async function storedShelf(number: number, place: Place, db: CatalogDb): Promise<Shelf> {
  const pages = place.pages[number];
  return pages === 0 ? {} : readShelf(await storedPart('badges', number, place, db), pages);
}

/** Throws if any shelf is missing or damaged. */
export async function checkShelves(place: Place, db: CatalogDb): Promise<void> {
  const numbers = [...place.pages.keys()];
  for (let at = 0; at < numbers.length; at += batchSize)
    await Promise.all(numbers.slice(at, at + batchSize).map((number) => storedShelf(number, place, db)));
}

/** The shelf that a badge bucket is on. Throws if it is missing or damaged. */
export function shelfWith(bucketKey: string, place: Place, db: CatalogDb): Promise<Shelf> {
  return storedShelf(shelfOf(bucketKey, place.pages.length), place, db);
}
