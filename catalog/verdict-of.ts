import type { OnPage } from './on-page.ts';
import { panelCount, type Count } from './verdict.ts';
import { isolated } from './whose.ts';

/** Whose verdict is shown on a page that is not its own: “for Mistral’s current models, not this one”. */
export function whoseVerdict({ variant, review }: OnPage): string | undefined {
  if (!review || variant?.verdict !== 'family') return undefined;
  const not = variant.name === undefined ? 'this page' : 'this one';
  return `for ${isolated(review.subject ?? variant.family)}, not ${not}`;
}

/** The panel's count where it is for just this tool, or for just this model of a family. */
export function ownCount(tool: OnPage): Count | undefined {
  return tool.variant?.verdict === 'family' ? undefined : panelCount(tool.review?.votes);
}
