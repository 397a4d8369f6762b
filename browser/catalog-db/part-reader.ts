import type { CatalogDb } from './database.ts';
import { decoded, partOf, type Parts, type TableName, type Tables } from './parts.ts';
import { partsOf, storedPart } from './stored-parts.ts';

type Part<N extends TableName> = Map<string, Tables[N]>;
export type PartReader = ReturnType<typeof partReader>;

/** Reads entries of stored tables, each of the parts they are in once. Throws where one is missing or damaged. */
export function partReader(place: { parts: Parts }, db: CatalogDb) {
  const { parts } = place;
  const read = new Map<string, Promise<Part<TableName>>>();

  async function readPart<N extends TableName>(name: N, number: number): Promise<Part<N>> {
    return parts[name][number] ? decoded(name, await storedPart(name, number, place, db)) : new Map();
  }
  function part<N extends TableName>(name: N, number: number): Promise<Part<N>> {
    const key = `${name} ${number}`;
    const found = (read.get(key) as Promise<Part<N>> | undefined) ?? readPart(name, number);
    read.set(key, found);
    return found;
  }
  const numberOf = (name: TableName, key: string) => partOf(key, parts[name].length);
  const partWith = <N extends TableName>(name: N, key: string) => part(name, numberOf(name, key));
  return {
    partWith,
    entry:
      <N extends TableName>(name: N) =>
      async (key: string): Promise<Tables[N] | undefined> =>
        (await partWith(name, key)).get(key),
    /** All entries of a table, a part at a time. */
    async *all<N extends TableName>(name: N): AsyncGenerator<Iterable<Tables[N]>> {
      for await (const each of partsOf(name, place, db)) yield each.values();
    },
    /** The parts with these entries in the place of their own, nothing for those that are gone. */
    async withChanges<N extends TableName>(
      name: N,
      entries: ReadonlyMap<string, Tables[N] | undefined>,
    ): Promise<Map<number, Part<N>>> {
      const changed = new Map<number, Part<N>>();
      for (const [key, value] of entries) {
        const number = numberOf(name, key);
        const next = changed.get(number) ?? new Map(await part(name, number));
        changed.set(number, next);
        if (value === undefined) next.delete(key);
        else next.set(key, value);
      }
      return changed;
    },
  };
}
