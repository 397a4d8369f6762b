/** That a tool of a layer, counted from the lowest, says a page is its own, or once was. */
export type PageClaim = readonly [layer: number, tool: string, isFormer: boolean];

/**
 * The claim that counts, of all on one page: the uppermost of a tool that is shown, and that a page has moved only where no
 * other tool lives there, since that is not for a feed to say.
 */
export function ownerOf(
  claims: readonly PageClaim[],
  isShown: (tool: string, layer: number) => boolean,
): PageClaim | undefined {
  const shown = claims.filter(([layer, tool]) => isShown(tool, layer)).sort(([a], [b]) => b - a);
  return shown.find(([, , isFormer]) => !isFormer) ?? shown[0];
}
