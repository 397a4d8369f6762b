import { asOf } from './as-of.ts';
import { dateLabel } from './dates.ts';
import { pageName } from './page-id.ts';
import { statusWords, type ShownStatus, type StatusValue } from './status-words.ts';
import type { Tool } from './tool-schema.ts';
import { nameWithSource, type AttributedTool, type Named } from './whose.ts';

type Subject = Pick<Tool, 'id' | 'facts' | 'sources'> & Pick<AttributedTool, 'successors'>;

const over: readonly StatusValue[] = ['archived', 'superseded', 'closed'];

/** Whether a tool is over: nobody should begin with it, so nothing offers it as an alternative. */
export function isOver(status: { value: StatusValue } | undefined): boolean {
  return status !== undefined && over.includes(status.value);
}

/** The status of a tool, unless it is active. The name of a tool that follows it is that among `successors`, if it is there. */
export function statusOf({ id, facts, sources, successors = [] }: Subject): ShownStatus | undefined {
  const { value, since, successor = '' } = facts.status;
  if (value === 'active') return undefined;
  // A feed may have any text there.
  const next = successor !== id && (isTool(successor) || isPage(successor)) ? successor : undefined;
  const status = labelled({
    value,
    asOf: `, as of ${dateLabel(asOf(facts.status, sources))}`,
    ...(since && { since }),
    ...(next && { next }),
    ...(next && isPage(next) && { name: pageName(next) }),
  });
  return named(
    status,
    successors.find((each) => each.id === next),
  );
}

/** A summary or a badge record whose status names the tool that follows; without one of that id in the catalog it names none. */
export function withSuccessor<T extends { status?: ShownStatus }>(of: T, successor: Named | undefined): T {
  return of.status ? { ...of, status: named(of.status, successor) } : of;
}

/** The id of the tool that followed this one, if it is one of the catalog's and no other page. */
export function successorTool(status: ShownStatus | undefined): string | undefined {
  return status?.next && isTool(status.next) ? status.next : undefined;
}

function named(status: ShownStatus, successor: Named | undefined): ShownStatus {
  if (!successorTool(status)) return status;
  const { value, since, next, asOf } = status;
  return labelled({
    ...{ value, asOf, ...(since && { since }), ...(next && { next }) },
    ...(successor && { name: successor.name, from: successor.from }),
  });
}

function labelled(status: Omit<ShownStatus, 'text'>): ShownStatus {
  const { value, name, from } = status;
  const next = name === undefined || value === 'unknown' ? '' : ` → ${nameWithSource({ name, from })}`;
  return { ...status, text: statusWords(status) + next };
}

const maxLetters = 120;

function isTool(successor: string): boolean {
  return successor.length <= maxLetters && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(successor);
}

function isPage(successor: string): boolean {
  return (
    successor.length <= maxLetters &&
    /^(pkg:[a-z][a-z\d.-]*|[a-z\d-]+(\.[a-z\d-]+)+)(\/[\w.~@%-]*)*$/.test(successor)
  );
}
