type Fields = Record<string, unknown>;

// What the schema has as lists, whose entries are found by `id` or `name`.
const lists = ['advisories', 'variants', 'licenseHistory'];

/** What is at a path: field by field, and in a list the entry with that `id` or `name`. */
export function at(node: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return node;
  if (Array.isArray(node)) return at(node[placeOf(node, first)], rest);
  return isFields(node) && Object.hasOwn(node, first) ? at(node[first], rest) : undefined;
}

/** A copy with `value` at a path: an object is merged into what is there, and a null in it deletes that field; what is not on the path is shared. */
export function put(node: unknown, path: readonly string[], value: unknown, field = ''): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return merged(node, value);
  if (Array.isArray(node) || lists.includes(field)) {
    const list = Array.isArray(node) ? (node as unknown[]) : [];
    const place = placeOf(list, first);
    const entry = put(list[place], rest, value);
    return place < 0 ? [...list, entry] : list.with(place, entry);
  }
  const fields = isFields(node) ? node : {};
  const next = put(fields[first], rest, value, first);
  if (next !== null) return { ...fields, [first]: next };
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== first));
}

/** The paths at which two values differ. */
export function differences(before: unknown, after: unknown, path: readonly string[] = []): string[][] {
  if (before === after) return [];
  const sides = [before, after];
  if (!sides.every(isFields) && !sides.every(Array.isArray)) return [[...path]];
  const [a, b] = sides as [Fields, Fields];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key], b[key], [...path, key]),
  );
}

function merged(before: unknown, value: unknown): unknown {
  if (!isFields(value)) return value;
  const all = { ...(isFields(before) ? before : {}), ...value };
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each !== null && each !== undefined));
}

function placeOf(list: readonly unknown[], key: string): number {
  return list.findIndex((each) => isFields(each) && (each.id === key || each.name === key));
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
