/** The form in which page ids are compared: lower case throughout; PyPI names are stored by PEP 503 already. */
export function normalizePageId(pageId: string): string {
  return pageId.toLowerCase();
}

/** How a page came to mean its tool. */
export type Via =
  'repository' | 'former-name' | 'model' | 'package' | 'image' | 'extension' | 'space' | 'data-set' | 'site';

/** How the page ids of each kind begin; any other is a site's. */
const beginnings: [start: string, via: Via][] = [
  ['pkg:github/', 'repository'],
  ['gitlab.com/', 'repository'],
  ['codeberg.org/', 'repository'],
  ['pkg:huggingface/', 'model'],
  ['replicate.com/', 'model'],
  ['ollama.com/library/', 'model'],
  ['pkg:pypi/', 'package'],
  ['pkg:docker/', 'image'],
  ['pkg:vscode-extension/', 'extension'],
  ['huggingface.co/spaces/', 'space'],
  ['huggingface.co/datasets/', 'data-set'],
];

/** What kind of page a page id names; a former name outranks its kind. */
export function viaOf(pageId: string, former: boolean): Via {
  if (former) return 'former-name';
  return beginnings.find(([start]) => pageId.startsWith(start))?.[1] ?? 'site';
}
