import { capital } from './capital.ts';
import { monthLabel } from './dates.ts';
import type { Tool } from './tool-schema.ts';

export type StatusValue = Tool['facts']['status']['value'];

/**
 * What is said with a tool's name of one that is not simply active: `text` is “Archived Mar 2026 → Cline”, empty where nobody
 * knows. `next` is its successor, a tool's id or a page id; `name` and `from` name it.
 */
export type ShownStatus = {
  value: Exclude<StatusValue, 'active'>;
  text: string;
  since?: string;
  /** How old that is, after the text: “, as of 13 Sep 2026”. */
  asOf: string;
  next?: string;
  name?: string;
  from?: string | undefined;
};

/** A status without what followed: “Archived Mar 2026”; empty where nobody knows. */
export function statusWords({ value, since }: Pick<ShownStatus, 'value' | 'since'>): string {
  if (value === 'unknown') return '';
  const month = since && monthLabel(since);
  const word = value === 'maintenance' ? `Maintenance only${month ? ' since' : ''}` : capital(value);
  return [word, month].filter(Boolean).join(' ');
}
