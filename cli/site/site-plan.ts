import { readAddress, isName } from '../../sites/address.ts';
import { siteOf } from '../../sites/index.ts';
import { CliError } from '../cli-error.ts';

/** What a person is asked about a new site, in this order; a part of path or page id that begins with a colon varies from tool to tool. */
export const questions = ['name', 'title', 'path', 'id'] as const;
export type SiteAnswers = { [question in (typeof questions)[number]]?: string };

/** One part of the path of a tool's page: its text in the given address, and its name in code where it varies. */
export type PathPart = { text: string; name?: string };

/** All that the files of a new site are written from; `written` is the path in the letters of the given address. */
export type SitePlan = Required<Omit<SiteAnswers, 'path'>> & {
  host: string;
  /** Whether the given address is under `www.`, so that access to that host is requested. */
  www: boolean;
  identifier: string;
  written: string[];
  parts: PathPart[];
};

/** A page id with each `:name` replaced; the colon of `pkg:` does not begin one. */
export function filled(id: string, value: (name: string) => string): string {
  return id.replace(/(?<=\/):([a-z]\w*)/gi, (_, name: string) => value(name));
}

/** The answers with defaults for the missing ones: the host as name, and a path of which only the last part varies. */
export function defaultAnswers(url: string, answers: SiteAnswers): Required<SiteAnswers> {
  const { host, segments } = pageIn(url);
  const path = answers.path ?? (segments.length > 1 ? `${segments[0]}/:name` : ':name');
  return {
    name: answers.name ?? fileName(host),
    title: answers.title ?? host,
    path,
    id: answers.id ?? `${host}/${path}`,
  };
}

/** `xn--bcker-gra.example` → `xn-bcker-gra`, the host without its last label as a file name. */
function fileName(host: string): string {
  const words =
    host
      .split('.')
      .slice(0, -1)
      .join('-')
      .match(/[a-z\d]+/g) ?? [];
  return words.join('-').replace(/^[\d-]+/, '');
}

/** The plan of a new site from the address of one page on it; throws with exit code 2 at an answer that cannot be right. */
export function sitePlan(url: string, answers: SiteAnswers): SitePlan {
  const { host, segments, written } = pageIn(url);
  const { name, title, path, id } = defaultAnswers(url, answers);
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name))
    throw new CliError(`--name: "${name}" is not a file name of lower-case letters, digits and hyphens`, 2);
  const identifier = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  if (taken.has(identifier)) throw new CliError(`--name: "${name}" means something else in code`, 2);
  if (/\p{C}|[\u2028\u2029]/u.test(title) || title.length > 60)
    throw new CliError(`--title: "${title}" is not a name of up to 60 visible letters`, 2);
  const parts = path
    .split('/')
    .filter(Boolean)
    .map((part, at) => partOf(part, segments[at]));
  if (parts[0]?.name && ownPages.includes(parts[0].text))
    throw new CliError(`--path: "${parts[0].text}" begins pages of the site itself, not an owner's`, 2);
  assertValidId(id, path, namesOf(parts));
  return {
    host,
    www: new URL(url).hostname.startsWith('www.'),
    name,
    identifier,
    title,
    written: written.slice(0, parts.length),
    parts,
    id,
  };
}

function pageIn(url: string) {
  const address = readAddress(url);
  // Whatever else a URL lets stand in a host is never a host's name, and no match pattern of a browser.
  if (!address || !/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(address.host))
    throw new CliError(`"${url}" is not the address of a page, such as https://hex.pm/packages/jason`, 2);
  const site = siteOf(url);
  if (site) throw new CliError(`${site.host} is already a site: ${site.name}`);
  if (!address.segments.length)
    throw new CliError(`${url} is not about one tool; give the address of a tool’s page on the site`, 2);
  return { ...address, written: new URL(url).pathname.split('/').filter(Boolean) };
}

const reservedWords = `arguments await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof undefined var void while with yield`;

/** First path segments of nearly every site's own pages; an author has to find the others. */
export const ownPages = ['about', 'api', 'blog', 'docs', 'explore', 'login', 'search', 'settings'];

/** The words that mean something else in the code of a site: those of the language and of its file. */
const taken = new Set([...reservedWords.split(/\s+/), 'isName', 'notOwners']);

function partOf(part: string, segment: string | undefined): PathPart {
  const name = /^:([a-z][a-zA-Z]*)$/.exec(part)?.[1];
  if (part.startsWith(':') && (!name || taken.has(name) || name.startsWith('section')))
    throw new CliError(`--path: "${part}" is not a name for a part, such as :owner`, 2);
  if (segment === undefined || (!name && part !== segment))
    throw new CliError(`--path: "${part}" is not in the address, which has ${segment ?? 'nothing'} there`, 2);
  if (!isName(segment))
    throw new CliError(`--path: ${JSON.stringify(segment)} is not a name of letters, digits, _, . and -`, 2);
  return name ? { text: segment, name } : { text: segment };
}

function namesOf(parts: PathPart[]): string[] {
  return parts.flatMap(({ name }) => name ?? []);
}

function assertValidId(id: string, path: string, names: string[]) {
  if (!names.length) throw new CliError(`--path: "${path}" has no part that varies, such as :name`, 2);
  if (new Set(names).size < names.length)
    throw new CliError(`--path: "${path}" has two parts of the same name`, 2);
  const used: string[] = [];
  const rest = filled(id, (name) => (used.push(name), ''));
  const unknown = used.find((name) => !names.includes(name));
  if (unknown) throw new CliError(`--id: ":${unknown}" is not a part of the path ${path}`, 2);
  if (!names.every((name) => used.includes(name)))
    throw new CliError(`--id: "${id}" lacks a part that varies, so two tools would share a page id`, 2);
  if (!/^(pkg:[a-z][a-z\d.-]*|[a-z\d-]+(\.[a-z\d-]+)+)(\/[a-z\d_.~-]*)+$/.test(rest))
    throw new CliError(`--id: "${id}" is not a page id: a package URL, or host and path, in lower case`, 2);
  if (id.startsWith('pkg:') && !path.endsWith(id.slice(id.search(/(?<=\/):/))))
    throw new CliError(`--id: "${id}" does not end as the path ${path} does`, 2);
}
