import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CliError } from './cli-error.ts';

/** The bytes of a file; throws a CliError for a folder, and for a pipe or a device, which might never end. */
export function readFile(file: string | URL): Buffer<ArrayBuffer> {
  // Without this flag, which Windows does not have, a pipe that nobody writes to is waited for.
  const opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const about = fstatSync(opened);
    const name = file instanceof URL ? fileURLToPath(file) : file;
    if (about.isDirectory()) throw new CliError(`${name} is a folder, not a file`);
    if (!about.isFile()) throw new CliError(`${name} is a pipe or a device, not a file`);
    return readFileSync(opened);
  } finally {
    closeSync(opened);
  }
}
