import { dequal } from 'dequal';

export type Overlay<V> = ReturnType<typeof overlay<V>>;

/** The entries of a table, which `read` reads, with changes over them that are not stored yet. */
export function overlay<V>(read: (key: string) => Promise<V | undefined>) {
  const changed = new Map<string, V | undefined>();
  return {
    get: async (key: string) => (changed.has(key) ? changed.get(key) : read(key)),
    set: (key: string, value: V | undefined) => void changed.set(key, value),
    /** What was set, without reading. */
    changed: (key: string) => changed.get(key),
    /** Those that differ from what was there; nothing for those that are gone. */
    async changes(): Promise<Map<string, V | undefined>> {
      const differing = new Map<string, V | undefined>();
      for (const [key, value] of changed) if (!dequal(await read(key), value)) differing.set(key, value);
      return differing;
    },
  };
}
