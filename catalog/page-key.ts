/** The form in which page ids are compared: lower case throughout; PyPI names are stored by PEP 503 already. */
export function pageKey(pageId: string): string {
  return pageId.toLowerCase();
}

/** How a page came to mean its tool. */
export type Via = 'repository' | 'former-name' | 'model' | 'package' | 'site';

/** What kind of page a page id names; a former name outranks its kind. */
export function viaOf(pageId: string, former: boolean): Via {
  if (former) return 'former-name';
  if (pageId.startsWith('pkg:github/')) return 'repository';
  if (pageId.startsWith('pkg:huggingface/')) return 'model';
  return pageId.startsWith('pkg:pypi/') ? 'package' : 'site';
}
