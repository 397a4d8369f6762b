import fc from 'fast-check';

// fast-check's own webPath and webUrl spend a second of processor time on a table of all characters (version 4.10).
/** Any path of an address, percent-encoded; may be empty. */
export const urlPath = fc
  .array(fc.string({ unit: 'grapheme' }))
  .map((parts) => parts.map((part) => `/${encodeURIComponent(part.toWellFormed())}`).join(''));

/** Any address of a web page. */
export const webAddress = fc
  .tuple(fc.constantFrom('http', 'https'), fc.webAuthority(), urlPath)
  .map(([scheme, authority, path]) => `${scheme}://${authority}${path}`);
