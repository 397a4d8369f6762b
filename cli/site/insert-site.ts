import type { SitePlan } from './site-plan.ts';

/** `sites/index.ts` with one more site: its import in the alphabet's order, its name at the end of the list. */
export function indexWith(index: string, { name, identifier }: SitePlan): string {
  const line = `import { ${identifier} } from './${name}.ts';`;
  const imports = [...index.matchAll(/^import .* from '\.\/(.*)\.ts';$/gm)];
  const next = imports.find(([, path]) => path! > name);
  const at = next ? next.index : imports.at(-1)!.index + imports.at(-1)![0].length + 1;
  const imported = `${index.slice(0, at)}${line}\n${index.slice(at)}`;
  return imported.replace(/(export const sites: Site\[\] = \[[^\]]*?),?\s*\]/, `$1, ${identifier}]`);
}

/** The fake web's map with one more host, which its saved page stands for. */
export function pagesMapWith(map: string, { name, host, parts }: SitePlan): string {
  const last = parts.findLastIndex((part) => part.name);
  const row = `'${host}': (path) => savedPage('${name}/page.html', { name: path[${last}] ?? '' }),`;
  return map.replace(/(const onRequest: [^]*?\n)\};/, `$1  ${row}\n};`);
}
