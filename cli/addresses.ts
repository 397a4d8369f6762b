import { fstatSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { CliError } from './cli-error.ts';
import { optionalArgument } from './values.ts';

/** The addresses of a command that says one line of each. */
export const addressesArg = {
  '...urls': optionalArgument('Addresses; "-" or none reads them from standard input, one a line'),
};

/** The addresses in their order, those of standard input at the place of each `-`. */
export async function* addresses(urls: readonly string[]): AsyncGenerator<string> {
  for (const url of urls.length ? urls : ['-']) {
    if (url !== '-') yield url;
    // Node reads a folder as if it were an empty file.
    else if (fstatSync(0).isDirectory()) throw new CliError('Standard input is a folder, not addresses');
    else
      for await (const line of createInterface({ input: process.stdin })) if (line.trim()) yield line.trim();
  }
}
