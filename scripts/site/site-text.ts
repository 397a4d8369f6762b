import type { SitePlan } from './site-plan.ts';

/** The text of `sites/<name>.ts`: the address at hand is known, what lies above it is not, and no anchor is claimed. */
export function siteText({ host, identifier, title, parts, written, id }: SitePlan): string {
  const fixed = parts.filter(({ name }) => !name);
  const nameOf = (part: (typeof parts)[number]) =>
    part.name ?? `section${fixed.length > 1 ? fixed.indexOf(part) + 1 : ''}`;
  const first = parts[0]!.name;
  const refusals = parts.flatMap((part) =>
    part.name ? [`!${part.name}`, `!isName(${part.name})`] : [`${nameOf(part)} !== '${part.text}'`],
  );
  const conditions = first ? [...refusals, `notOwners.has(${first})`] : refusals;
  const pageId = filled(id, (name) => `\${${name}}`);
  return `import { isName } from './is-name.ts';
import type { Examples, Site } from './site.ts';

export const ${identifier}: Site = {
  name: ${quoted(title)},
  host: '${host}',
  access: 'on request',
  identify([${parts.map(nameOf).join(', ')}]) {
    if (${conditions.join(' || ')}) return [];
    return [\`${pageId}\`];
  },
  // Nobody has looked at its pages yet: the mark goes into the corner.
  anchors: [],
};
${first ? `\n// First path segments that are the site's own pages.\nconst notOwners = new Set('${ownPages.join(' ')}'.split(' '));\n` : ''}
export const ${identifier}Examples: Examples = {
${exampleLines(
  host,
  parts,
  written,
  filled(id, (name) => parts.find((part) => part.name === name)!.text),
)}
};
`;
}

// What nearly every site keeps for itself; the rest is a person's to find.
const ownPages = ['about', 'api', 'blog', 'docs', 'explore', 'login', 'search', 'settings'];

function exampleLines(host: string, parts: SitePlan['parts'], written: string[], pageId: string): string {
  const page = `https://${host}/${written.join('/')}`;
  const shorter = parts.map((_, at) => `https://${host}/${written.slice(0, at).join('/')}`);
  const others = parts[0]!.name && parts.length > 1 ? ['login', ...written.slice(1)] : [];
  const none = [...shorter, ...(others.length ? [`https://${host}/${others.join('/')}`] : [])];
  return [
    `  '${page}': ['${pageId}'],`,
    `  '${page}/more?tab=versions#top': ['${pageId}'],`,
    ...none.map((url) => `  '${url}': [],`),
  ].join('\n');
}

function filled(id: string, value: (name: string) => string): string {
  return id.replace(/:([a-zA-Z]+)/g, (_, name: string) => value(name));
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
