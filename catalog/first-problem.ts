import type * as z from 'zod/mini';
import { cleanText } from './label.ts';

/** `facts.license: Invalid input`, the field that a schema refused and why; `(root)` is the value itself. Clean, since keys come from the file. */
export function problemOf({ path, message }: z.core.$ZodIssue): string {
  return cleanText(`${path.join('.') || '(root)'}: ${message}`);
}

/** The first problem that a schema found, as a sentence. */
export function firstProblem({ issues }: z.core.$ZodError): string {
  return problemOf(issues[0]!);
}
