import type { Examples, Site } from '../../sites/site.ts';

// A new site's file is found here by itself, with its examples.
const modules = import.meta.glob<Record<string, unknown>>('../../sites/*.ts', { eager: true });
/** The examples of each site and of the shared ones, with the site and the name of its file. */
export const lists = Object.entries(modules).flatMap(([path, module]) => {
  const name = Object.keys(module).find((key) => key.endsWith('Examples'));
  const site = Object.values(module).find((value) => (value as Site | undefined)?.anchors) as
    Site | undefined;
  const folder = /(\w[\w-]*)\.ts$/.exec(path)![1]!;
  return name ? [{ site, folder, examples: module[name] as Examples }] : [];
});
