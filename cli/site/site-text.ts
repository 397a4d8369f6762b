import { filled, ownPages, type PathPart, type SitePlan } from './site-plan.ts';

/** The text of `sites/<name>.ts`: it identifies the given address and others of its shape, nothing above them, and has no anchor yet. */
export function siteText(plan: SitePlan): string {
  const { host, www, identifier, title, parts, id } = plan;
  const owner = parts[0]!.name;
  return `import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const ${identifier}: Site = {
  name: ${quoted(title)},
  host: ${quoted(host)},
${www ? '  www: true,\n' : ''}  group: ${id.startsWith('pkg:') ? "'packages'" : "'code'"},
  access: 'optional',
  pageTypes: [{ ${typeText(plan)} }],
  identify([${parts.map((part) => nameOf(part, parts)).join(', ')}]) {
    if (${refusals(parts).join(' || ')}) return [];
    return [${template(id)}];
  },
  // Nobody has looked at its pages yet, so the badge goes into the corner.
  anchors: [],
};
${owner ? `\n// First path segments that are the site's own pages.\nconst notOwners = new Set(${quoted(ownPages.join(' '))}.split(' '));\n` : ''}
export const ${identifier}Examples: Examples = {
${exampleLines(plan).join('\n')}
};
`;
}

// Host and path are an address already; the path of a package URL is that of its page, less what stands before it.
function typeText({ parts, id }: SitePlan): string {
  const prefix = id.replace(/(?<=\/):.*/, '');
  if (!id.startsWith('pkg:')) return `prefix: ${quoted(prefix)}, kind: 'site'`;
  const varying = parts.findIndex(({ name }) => name);
  const start = parts.slice(0, varying).reduce((path, { text }) => `${path}${text}/`, '');
  return `prefix: ${quoted(prefix)}, kind: 'package'${start && `, pathOf: (name) => ${template(`${start}:name`)}`}`;
}

/** A text as a literal of TypeScript, whatever stands in it; Prettier makes its quotes single. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16)}`,
  );
}

/** A page id or a path as a template literal in which each `:name` is the variable of that name. */
function template(id: string): string {
  const fixed = id.replace(/[\\`]|\$(?=\{)/g, '\\$&');
  return `\`${filled(fixed, (name) => `\${${name}}`)}\``;
}

function nameOf(part: PathPart, parts: PathPart[]): string {
  const fixed = parts.filter(({ name }) => !name);
  return part.name ?? (fixed.length > 1 ? `section${fixed.indexOf(part) + 1}` : 'section');
}

function refusals(parts: PathPart[]): string[] {
  const each = parts.flatMap((part) =>
    part.name ? [`!isName(${part.name})`] : [`${nameOf(part, parts)} !== ${quoted(part.text)}`],
  );
  return parts[0]!.name ? [...each, `notOwners.has(${parts[0]!.name})`] : each;
}

function exampleLines({ host, parts, written, id }: SitePlan): string[] {
  const at = (...path: string[]) => quoted(`https://${host}/${path.join('/')}`);
  const pageId = quoted(filled(id, (name) => parts.find((part) => part.name === name)!.text));
  const notTools = parts.map((_, end) => at(...written.slice(0, end)));
  if (parts[0]!.name) notTools.push(at('login', ...written.slice(1)));
  return [
    `  ${at(...written)}: [${pageId}],`,
    `  ${at(...written, 'more?tab=versions#top')}: [${pageId}],`,
    ...notTools.map((url) => `  ${url}: [],`),
  ];
}

/** A saved page to start with, which has none of the real one's structure yet: that of sites nobody has looked at. */
export function pageText(unseen: string, title: string): string {
  return unseen.replaceAll('{{site}}', () => title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`));
}

/** `sites/index.ts` with one more site: its import in alphabetical order, its name at the end of the list. */
export function indexWith(index: string, { name, identifier }: SitePlan): string {
  const line = `import { ${identifier} } from './${name}.ts';`;
  const imports = [...index.matchAll(/^import .* from '\.\/(.*)\.ts';$/gm)];
  const next = imports.find(([, path]) => path! > name);
  const at = next ? next.index : imports.at(-1)!.index + imports.at(-1)![0].length + 1;
  const imported = `${index.slice(0, at)}${line}\n${index.slice(at)}`;
  return imported.replace(
    /(export const sites: Site\[\] = \[[^\]]*?),?\s*\]/,
    (_, list: string) => `${list}, ${identifier}]`,
  );
}

/** `harness/pages-map.ts` with one more host, answered with its saved page. */
export function pagesMapWith(map: string, { name, host, parts }: SitePlan): string {
  const last = parts.findLastIndex((part) => part.name);
  const row = `${quoted(host)}: (path) => savedPage(${quoted(`${name}/page.html`)}, { name: path[${last}] ?? '' }),`;
  return map.replace(/(const onRequest: [^]*?\n)\};/, (_, rows: string) => `${rows}  ${row}\n};`);
}
