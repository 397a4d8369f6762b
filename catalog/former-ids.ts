/**
 * A tool with the former ids that count. Ids outlive a catalog in watch lists and among the recent tools, so only the catalog
 * that the others build on may say what once had another id: else a feed could make off with what a person watches.
 */
export function withOwnIds<T extends { formerIds?: string[] | undefined }>(tool: T, isBase: boolean): T {
  return isBase ? tool : withFormerIds(tool, []);
}

/** A tool with these former ids in the place of its own. */
export function withFormerIds<T extends { formerIds?: string[] | undefined }>(
  tool: T,
  formerIds: string[],
): T {
  if (!tool.formerIds && formerIds.length === 0) return tool;
  const other = { ...tool };
  delete other.formerIds;
  return formerIds.length > 0 ? { ...other, formerIds } : other;
}

/** The former ids that a tool says it had, as its file lists them. */
export type FormerIds = readonly [tool: string, formerIds: readonly string[]];

/** Each former id with the tool that it leads to, where no tool has that id now: the first by id of those that list it. */
export function formerIdOwners(all: readonly FormerIds[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [tool, formerIds] of all)
    for (const id of formerIds) {
      const other = owners.get(id);
      if (other === undefined || tool < other) owners.set(id, tool);
    }
  return owners;
}
