/** The page id of a paper on arXiv, from its number with or without version and `.pdf`; empty for anything else. */
export function paperIds(written = ''): string[] {
  const [, number] = /^(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/.exec(written) ?? [];
  return number ? [`arxiv.org/abs/${number}`] : [];
}
