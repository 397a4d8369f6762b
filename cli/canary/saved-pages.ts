import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readAddress } from '../../sites/address.ts';
import { CliError } from '../cli-error.ts';
import { readFile } from '../read-file.ts';

/** A page that a browser saved, and the address it was saved from. */
export type SavedPage = { file: string; url: string; html: string };

const isHtml = /\.x?html?$/i;
// Deeper in a file, an address is one of its links.
const maxHead = 2_000;

/** The HTML files that paths name, those in folders too, sorted; throws where there is none. */
export function htmlFiles(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return path;
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => isHtml.test(name)).map((name) => join(path, name));
  });
  if (files.length === 0) throw new CliError(`${paths.join(', ')}: there is no HTML file`);
  return files.sort();
}

/** A saved page with its address: the given one, or the one that the file beside it, its first comment or its name has. */
export function savedPage(file: string, given?: string): SavedPage {
  const html = readFile(file).toString();
  const url = given ?? besideIt(file) ?? inComment(html) ?? inName(file);
  if (url === undefined || !readAddress(url))
    throw new CliError(
      `${file}: its address is not known; give it with --url, in ${basename(file)}.url, in a first comment, or as its name (encodeURIComponent)`,
    );
  return { file, url, html };
}

function besideIt(file: string): string | undefined {
  const beside = `${file}.url`;
  return existsSync(beside) ? readFile(beside).toString().trim() : undefined;
}

// Browsers write `saved from url=(0022)https://…`.
function inComment(html: string): string | undefined {
  const comment = /<!--([^]*?)-->/.exec(html.slice(0, maxHead))?.[1] ?? '';
  return /https?:\/\/[^\s"'<>]*[^\s"'<>.,;:)]/.exec(comment)?.[0];
}

function inName(file: string): string | undefined {
  try {
    return /^https?:\/\/.*/.exec(decodeURIComponent(basename(file).replace(isHtml, '')))?.[0];
  } catch {
    return undefined;
  }
}
