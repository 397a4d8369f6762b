import { stripVTControlCharacters } from 'node:util';
import type * as z from 'zod/mini';
import { problemOf } from '../catalog/first-problem.ts';
import { CliError } from './cli-error.ts';

/** What the codes of the system mean for the file, folder or address that its error names. */
const meanings: Record<string, string> = {
  EACCES: 'may not be read or written by this user',
  EADDRINUSE: 'is in use by another program',
  EBUSY: 'is in use by another program',
  EDQUOT: 'does not fit into what this user may store',
  EEXIST: 'already exists',
  EFBIG: 'is too large',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a link that leads in a circle',
  EMFILE: 'is one file too many to be open at once',
  ENAMETOOLONG: 'is too long for a name',
  ENOENT: 'does not exist',
  ENOSPC: 'cannot be written: the disk is full',
  ENOTDIR: 'is a file where a folder is needed, or lies in one',
  ENOTEMPTY: 'is a folder that is not empty',
  ENXIO: 'is a socket or a device, not a file',
  EPERM: 'may not be read or written by this user',
  EPIPE: 'is no longer read by anyone',
  EROFS: 'lies on a disk that is read-only',
};

const maxLength = 500;

/** Whatever was thrown as plain lines, without a trace: one, but for the problems of a schema and errors of our own. */
export function sentenceOf(thrown: unknown): string {
  if (thrown instanceof CliError) return linesOf(thrown.message).map(shortened).join('\n');
  if (!(thrown instanceof Error)) return `It failed and said only: ${oneLine(textOf(thrown))}`;
  const { code, path, dest, address, port } = thrown as NodeJS.ErrnoException & Place;
  const place = path ?? dest ?? (port === undefined ? address : `Port ${port}`);
  if (code !== undefined && Object.hasOwn(meanings, code) && 'syscall' in thrown)
    return oneLine(`${place ?? 'Standard input or output'} ${meanings[code]}`);
  const { issues } = thrown as { issues?: z.core.$ZodIssue[] };
  if (Array.isArray(issues)) return issues.map((issue) => oneLine(problemOf(issue))).join('\n');
  return oneLine(thrown.message) || thrown.name;
}

type Place = { dest?: string; address?: string; port?: number };

function textOf(thrown: unknown): string {
  try {
    return typeof thrown === 'string' ? thrown : (JSON.stringify(thrown) ?? String(thrown));
  } catch {
    return Object.prototype.toString.call(thrown);
  }
}

// A message may quote a value or a file, and so hold whatever that holds: line breaks, colours, a megabyte.
function oneLine(text: string): string {
  return shortened(linesOf(text).join(' ').trim());
}

function linesOf(text: string): string[] {
  const lines = stripVTControlCharacters(text).split(/[\r\n\u2028\u2029]+/);
  return lines.map((line) => line.replace(/\p{Cc}/gu, ' '));
}

function shortened(line: string): string {
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
