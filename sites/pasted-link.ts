import { isName, lowered, readAddress } from './address.ts';
import { pageIds } from './index.ts';

// Longer than any address that names a page, and short enough to be taken apart at each key press.
const maxLetters = 2_000;

/** A link that somebody pasted: its address, where it has one, and the page ids it may stand for, longest first. */
type PastedLink = { url?: string; ids: string[] };

/**
 * What is meant by a pasted address, with or without `https://`, of a clone (`git@host:owner/name.git`), by a page id, or by
 * `owner/name`; nothing for words.
 */
export function pastedLink(text: string): PastedLink | undefined {
  const pasted = text
    .slice(0, maxLetters)
    .trim()
    .replace(/^[<("'`“]+|[>)"'`”,;]+$/g, '');
  if (/^pkg:[a-z]/i.test(pasted)) return { ids: [lowered(pasted)] };
  const url = urlIn(pasted);
  if (url !== undefined) return readAddress(url) && { url, ids: pageIds(url) };
  const parts = pasted.split('/');
  if (parts.length !== 2 || !parts.every(isName)) return undefined;
  return {
    ids: [...pageIds(`https://github.com/${pasted}`), ...pageIds(`https://huggingface.co/${pasted}`)],
  };
}

function urlIn(pasted: string): string | undefined {
  const clone = /^(?:ssh:\/\/)?git@([\w.-]+)[:/](.+)$/.exec(pasted);
  const address = clone ? `https://${clone[1]!}/${clone[2]!}` : pasted.replace(/^git\+/, '');
  const isBare = !address.includes('://') && /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(address);
  const url = isBare ? `https://${address}` : address;
  return /^https?:\/\/\S+$/i.test(url) ? url.replace(/\.git\/?(?=$|[?#])/, '') : undefined;
}
