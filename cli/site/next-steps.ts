import type { SitePlan } from './site-plan.ts';

/** What a person still has to do for a new site, one sentence a line. */
export function whatIsLeft({ name, host, parts }: SitePlan, url: string): string[] {
  const where = parts[0]!.name
    ? `their first segments go into notOwners in sites/${name}.ts, one of each into its examples`
    : `one of each kind goes into the examples in sites/${name}.ts`;
  return [
    `Find the pages of ${host} that are about no tool: ${where}.`,
    `Look at real pages: where the name stands and in which month goes into anchors, the structure around it into tests/pages/${name}/page.html.`,
    `Say in pageTypes in sites/${name}.ts what kind of page it is; the kinds are in sites/site.ts.`,
    ...(new URL(url).hostname.startsWith('www.')
      ? ['The site has its pages under www.: their right is asked for by the popup on such a page.']
      : []),
    'Run npm run catalog -- check, since a tool may have pages of its own on this host.',
    'Run npm test -- --project unit tests/unit/sites.test.ts.',
  ];
}
