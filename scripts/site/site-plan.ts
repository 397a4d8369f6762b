import { readAddress } from '../../sites/address.ts';
import { siteOf } from '../../sites/index.ts';
import { isName } from '../../sites/is-name.ts';
import { Stop } from '../setup/process.mjs';

/** What a person is asked about a new site, in this order; a part of the path that begins with a colon varies from tool to tool. */
export const questions = ['name', 'title', 'path', 'id'] as const;
export type SiteAnswers = { [question in (typeof questions)[number]]?: string };

/** One part of the path of a tool's page: what stands in the address at hand, and what it is called in code where it varies. */
export type PathPart = { text: string; name?: string };

/** All that the files of a new site are written from. */
export type SitePlan = {
  host: string;
  name: string;
  identifier: string;
  title: string;
  /** The path as it is written in the address at hand. */
  written: string[];
  parts: PathPart[];
  /** The page id with `:name` where a part of the path goes. */
  id: string;
};

/** What is offered where nothing is answered: the host's first word that says something, and a path of which only the last part varies. */
export function offered(url: string, answers: SiteAnswers): Required<SiteAnswers> {
  const { host, segments } = pageIn(url);
  const path = answers.path ?? [...segments.slice(0, 2).slice(0, -1), ':name'].join('/');
  return {
    name: answers.name ?? host.split('.').slice(0, -1).join('-'),
    title: answers.title ?? host,
    path,
    id: answers.id ?? `${host}/${path}`,
  };
}

/** The plan of a new site from the address of one page on it; stops with exit code 2 at an answer that cannot be right. */
export function sitePlan(url: string, answers: SiteAnswers): SitePlan {
  const { host, segments, written } = pageIn(url);
  const { name, title, path, id } = offered(url, answers);
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name))
    throw new Stop(`--name: "${name}" is no name of a file; lower case, digits and hyphens`, 2);
  const parts = path
    .split('/')
    .filter(Boolean)
    .map((part, at) => partOf(part, segments[at]));
  const names = parts.flatMap((part) => part.name ?? []);
  if (!names.length) throw new Stop(`--path: "${path}" has no part that varies, such as :name`, 2);
  if (new Set(names).size < names.length) throw new Stop(`--path: "${path}" has two parts of one name`, 2);
  const unknown = [...id.matchAll(/:([a-zA-Z]+)/g)].find(([, part]) => !names.includes(part!));
  if (unknown) throw new Stop(`--id: "${unknown[0]}" is no part of the path ${path}`, 2);
  if (!names.every((part) => new RegExp(`:${part}(?![a-zA-Z])`).test(id)))
    throw new Stop(`--id: "${id}" lacks a part that varies; two tools would have one page id`, 2);
  if (id.replace(/:[a-zA-Z]+/g, '') !== id.replace(/:[a-zA-Z]+/g, '').toLowerCase())
    throw new Stop(`--id: "${id}" is not in lower case, as page ids are compared`, 2);
  const identifier = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return { host, name, identifier, title, written: written.slice(0, parts.length), parts, id };
}

function pageIn(url: string) {
  const address = readAddress(url);
  if (!address?.host.includes('.'))
    throw new Stop(`new-site: "${url}" is no address of a page, such as https://crates.io/crates/serde`, 2);
  const site = siteOf(url);
  if (site) throw new Stop(`new-site: ${site.host} is a site already: ${site.name}`);
  if (!address.segments.length)
    throw new Stop(`new-site: ${url} names no tool; give the address of one tool’s page on the site`, 2);
  return { ...address, written: new URL(url).pathname.split('/').filter(Boolean) };
}

function partOf(part: string, segment: string | undefined): PathPart {
  const name = /^:([a-z][a-zA-Z]*)$/.exec(part)?.[1];
  if (part.startsWith(':') && !name) throw new Stop(`--path: "${part}" is no name, such as :owner`, 2);
  if (segment === undefined || (!name && part !== segment))
    throw new Stop(`--path: "${part}" is not in the address, which has ${segment ?? 'nothing'} there`, 2);
  if (!isName(segment)) throw new Stop(`--path: "${segment}" is no name of letters, digits, _, . and -`, 2);
  return name ? { text: segment, name } : { text: segment };
}
