import { filled, type PathPart, type SitePlan } from './site-plan.ts';

/** The text of `sites/<name>.ts`: it names the address at hand and what looks like it, refuses what lies above, and claims no anchor. */
export function siteText(plan: SitePlan): string {
  const { host, identifier, title, parts, id } = plan;
  const owner = parts[0]!.name;
  return `import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const ${identifier}: Site = {
  name: ${JSON.stringify(title)},
  host: '${host}',
  access: 'optional',
  pageTypes: [{ ${typeText(plan)} }],
  identify([${parts.map((part) => nameOf(part, parts)).join(', ')}]) {
    if (${refusals(parts).join(' || ')}) return [];
    return [\`${filled(id, (name) => `\${${name}}`)}\`];
  },
  // Nobody has looked at its pages yet: the mark goes into the corner.
  anchors: [],
};
${owner ? `\n// First path segments that are the site's own pages.\nconst notOwners = new Set('${ownPages}'.split(' '));\n` : ''}
export const ${identifier}Examples: Examples = {
${exampleLines(plan).join('\n')}
};
`;
}

// Host and path are an address already; the path of a package URL is that of its page, less what stands before it.
function typeText({ parts, id }: SitePlan): string {
  const prefix = id.replace(/(?<=\/):.*/, '');
  if (!id.startsWith('pkg:')) return `prefix: '${prefix}', kind: 'site'`;
  const fixed = parts.slice(
    0,
    parts.findIndex(({ name }) => name),
  );
  const start = fixed.map(({ text }) => `${text}/`).join('');
  return `prefix: '${prefix}', kind: 'package'${start && `, pathOf: (name) => \`${start}\${name}\``}`;
}

// What nearly every site keeps for itself; the rest is a person's to find.
const ownPages = 'about api blog docs explore login search settings';

function nameOf(part: PathPart, parts: PathPart[]): string {
  const fixed = parts.filter(({ name }) => !name);
  return part.name ?? (fixed.length > 1 ? `section${fixed.indexOf(part) + 1}` : 'section');
}

function refusals(parts: PathPart[]): string[] {
  const each = parts.flatMap((part) =>
    part.name ? [`!${part.name}`, `!isName(${part.name})`] : [`${nameOf(part, parts)} !== '${part.text}'`],
  );
  return parts[0]!.name ? [...each, `notOwners.has(${parts[0]!.name})`] : each;
}

function exampleLines({ host, parts, written, id }: SitePlan): string[] {
  const at = (...path: string[]) => JSON.stringify(`https://${host}/${path.join('/')}`);
  const pageId = filled(id, (name) => parts.find((part) => part.name === name)!.text);
  const others = parts.map((_, end) => at(...written.slice(0, end)));
  if (parts[0]!.name) others.push(at('login', ...written.slice(1)));
  return [
    `  ${at(...written)}: ['${pageId}'],`,
    `  ${at(...written, 'more?tab=versions#top')}: ['${pageId}'],`,
    ...others.map((url) => `  ${url}: [],`),
  ];
}
