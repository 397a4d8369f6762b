/** How people write the name of a page: `pkg:github/owner/name` is `owner/name`. */
export function forkName(page: string): string {
  return page.replace(/^pkg:[a-z]+\//, '');
}
