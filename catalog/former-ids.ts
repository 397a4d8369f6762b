/**
 * A tool with the former ids that count. Ids outlive a catalog in watch lists and among the recent tools, so only the catalog
 * that the others build on may say what once had another id: else a feed could make off with what a person watches.
 */
export function withOwnIds<T extends { formerIds?: string[] | undefined }>(tool: T, isBase: boolean): T {
  if (isBase || !tool.formerIds) return tool;
  const own = { ...tool };
  delete own.formerIds;
  return own;
}

/** Removes former ids that are a tool's present id, or already the former id of another. */
export function dropTakenIds(tools: readonly { id: string; formerIds?: string[] }[]): void {
  const taken = new Set(tools.map(({ id }) => id));
  for (const tool of tools) {
    const free = (tool.formerIds ?? []).filter((id) => !taken.has(id));
    for (const id of free) taken.add(id);
    if (free.length > 0) tool.formerIds = free;
    else delete tool.formerIds;
  }
}
