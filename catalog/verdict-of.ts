import type { OnPage } from './on-page.ts';
import { isolated } from './whose.ts';

/** Whose verdict is shown on a page that is not its own: “for Mistral’s current models, not this one”. */
export function whoseVerdict({ variant, review }: OnPage): string | undefined {
  if (!review || variant?.verdict !== 'family') return undefined;
  const not = variant.name === undefined ? 'this page' : 'this one';
  return `for ${isolated(review.subject ?? variant.family)}, not ${not}`;
}
