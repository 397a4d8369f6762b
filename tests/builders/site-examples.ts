import type { Examples, Site } from '../../sites/site.ts';

// A new site's file is found here by itself, with its examples.
const modules = import.meta.glob<Record<string, unknown>>('../../sites/*.ts', { eager: true });
/** The examples of each site and of the shared ones, with the site. */
export const lists = Object.values(modules).flatMap((module) => {
  const name = Object.keys(module).find((key) => key.endsWith('Examples'));
  const site = Object.values(module).find((value) => (value as Site | undefined)?.anchors) as
    Site | undefined;
  return name ? [{ site, examples: module[name] as Examples }] : [];
});
