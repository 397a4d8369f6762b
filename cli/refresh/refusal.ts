import { authoredText } from '../../catalog/text-schema.ts';
import type { Proposal, Source } from './source.ts';

const maxLetters = 300;
const maxNumber = 1e12;
// Dates that are announced: a retirement, the end of a price.
const mayBeAhead = ['endsOn', 'until'];
// Tags, entities, and links or code as Markdown has them.
const markup = /<\/?[a-z!?]|&#?\w+;|\]\(|!\[|```/i;

/** Why what a source proposes may not reach a file, in words; nothing where it may. */
export function refusal(
  { path, is, source }: Proposal,
  { hosts }: Pick<Source, 'hosts'>,
  today: string,
): string | undefined {
  const inAddress = source && addressProblem(source.url, hosts);
  if (inAddress) return inAddress;
  const values = [is, source?.title, source?.version];
  for (const value of values) {
    const problem = valueProblem(value, path.join('.'), today);
    if (problem) return problem;
  }
  return undefined;
}

function addressProblem(url: string, hosts: readonly string[]): string | undefined {
  const { protocol, host, username } = URL.canParse(url) ? new URL(url) : {};
  if (protocol !== 'https:' || username) return `${quoted(url)} is not an https address`;
  return hosts.includes(host ?? '') ? undefined : `${quoted(url)} is an address of another host`;
}

function valueProblem(value: unknown, field: string, today: string): string | undefined {
  if (typeof value === 'number') {
    const isInRange = Number.isFinite(value) && value >= 0 && value <= maxNumber;
    return isInRange ? undefined : `${field}: ${value} is not a number from 0 to ${maxNumber}`;
  }
  if (typeof value === 'string') return textProblem(value, field, today);
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, part] of Object.entries(value)) {
    const problem = textProblem(key, field, today) ?? valueProblem(part, `${field}.${key}`, today);
    if (problem) return problem;
  }
  return undefined;
}

function textProblem(text: string, field: string, today: string): string | undefined {
  if (text.length > maxLetters) return `${field}: a text of ${text.length} letters is too long`;
  const { success, error } = authoredText.safeParse(text);
  if (!success) return `${field}: ${quoted(text)} ${error.issues[0]!.message}`;
  if (markup.test(text)) return `${field}: ${quoted(text)} has markup`;
  const isDate = /^\d{4}-\d\d-\d\d(T|$)/.test(text);
  const isAhead = isDate && text.slice(0, 10) > today;
  return isAhead && !mayBeAhead.some((each) => field.split('.').includes(each))
    ? `${field}: ${text} is in the future`
    : undefined;
}

/** A text from outside as a report may show it: on one line, short, and without anything that does not show. */
export function quoted(text: string): string {
  const plain = text.slice(0, 60).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return JSON.stringify(plain.length < text.length ? `${plain}…` : plain);
}
