import type * as z from 'zod/mini';

/** `facts.license: Invalid input`, the field that a schema refused and why; `(root)` is the value itself. */
export function problemOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.') || '(root)'}: ${message}`;
}

/** The first problem that a schema found, as a sentence. */
export function firstProblem({ issues }: z.core.$ZodError): string {
  return problemOf(issues[0]!);
}
