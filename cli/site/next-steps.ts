import type { SitePlan } from './site-plan.ts';

/** What a person still has to do for a new site, one sentence a line. */
export function nextSteps({ name, host, parts }: SitePlan, url: string): string[] {
  const where = parts[0]!.name
    ? `their first segments go into notOwners in sites/${name}.ts, one of each into its examples`
    : `one of each kind goes into the examples in sites/${name}.ts`;
  return [
    `Find the pages of ${host} that are not about one tool: ${where}.`,
    `Look at real pages: put where the name stands, and the month you saw it, into anchors, and the structure around it into tests/pages/${name}/page.html.`,
    `Put into pageTypes in sites/${name}.ts what kind of page it is; the kinds are in sites/site.ts.`,
    ...(new URL(url).hostname.startsWith('www.')
      ? ['The site has its pages under www.: the popup asks for access to them on such a page.']
      : []),
    'Run npm run catalog -- check, since a tool may have pages of its own on this host.',
    'Run npm test -- --project unit tests/unit/sites/examples.test.ts.',
  ];
}
