import { Window } from 'happy-dom';
import { savedPage as ownPage } from '../../harness/saved-page.ts';
import { readAddress } from '../../sites/address.ts';
import { kindOf, productSites, sites, urlOf } from '../../sites/index.ts';
import { namesItself } from '../../sites/names-itself.ts';
import { noPage, type NoPage } from '../../sites/no-page.ts';
import { pageOn } from '../../sites/page.ts';
import { pageFacts } from '../../sites/page-facts.ts';
import type { PageFacts } from '../../sites/site.ts';
import { corpus, valuesOf } from '../../tests/pages/corpus.ts';
import type { SavedPage } from './saved-pages.ts';

/** All that the readers of pages read: where the name stands, whether the page names its project, and what it states. */
export type Reading = {
  ids: string[];
  anchor: string | null;
  namesItself: boolean;
  facts: PageFacts;
  noPage?: NoPage;
  forkOf?: string;
  repository?: string;
};

/** Reads a saved page as the extension reads the page in a tab, but for what takes a layout. */
export function readPage({ url, html }: Pick<SavedPage, 'url' | 'html'>): Reading {
  const page = new new Window({ url }).DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  const { ids, site, segments, anchors, repositoryOf } = pageOn(sites, url, productSites);
  const hasText = (selector: string) => page.querySelector(selector)?.textContent?.trim();
  const [none, forkOf, repository] = [
    noPage(page, url),
    site?.forkOf?.(page, segments),
    repositoryOf?.(page, url),
  ];
  return {
    ids,
    anchor: anchors.find(({ selector }) => hasText(selector))?.selector ?? null,
    namesItself: ids.length > 0 && namesItself(page, ids[0]!, (link) => pageOn(sites, link).ids),
    facts: pageFacts(page, url),
    ...(none && { noPage: none }),
    ...(forkOf && { forkOf }),
    ...(repository && { repository }),
  };
}

// What every page of a kind states; anything else depends on the project.
const steadyFacts = ['version', 'license'] as const;
type SteadyFact = (typeof steadyFacts)[number];

/** What our own saved pages of a kind have, as of the latest month: whether an anchor, and which facts all of them state. */
type Expected = { site: string; hasAnchor: boolean; facts: SteadyFact[] };

/**
 * The kind of an address: its site, what its page id names, and on GitHub the tab, elsewhere whether it is the project's first page.
 * Nothing where badges are off until somebody allows them.
 */
function kindOfPage(url: string): string | undefined {
  const { ids, site, segments } = pageOn(sites, url);
  if (!site || site.access !== 'required' || !ids[0]) return undefined;
  const own = readAddress(urlOf(ids[0]) ?? '')?.segments.length ?? segments.length;
  const deeper = segments[own];
  const where = deeper && (site.host === 'github.com' ? deeper : 'deeper');
  return [site.name, kindOf(ids[0]), where].filter(Boolean).join(' ');
}

function expectations(): Map<string, Expected> {
  const byKind = Map.groupBy(
    corpus.filter(({ place }) => place.wide !== 'none'),
    ({ url }) => kindOfPage(url),
  );
  const found = new Map<string, Expected>();
  for (const [kind, rows] of byKind) {
    if (kind === undefined) continue;
    const latest = rows
      .map(({ era }) => era)
      .sort()
      .at(-1);
    const readings = rows
      .filter(({ era }) => era === latest)
      .map((row) => readPage({ url: row.url, html: ownPage(row.file, valuesOf(row)) }));
    found.set(kind, {
      site: pageOn(sites, rows[0]!.url).site!.name,
      hasAnchor: readings.every(({ anchor }) => anchor !== null),
      facts: steadyFacts.filter((fact) => readings.every(({ facts }) => facts[fact] !== undefined)),
    });
  }
  return found;
}

/** What no longer reads, in one sentence each: for a page, or where no page of a kind states what ours do. */
export function whatBroke(pages: readonly (SavedPage & { reading: Reading })[]): string[] {
  const expected = expectations();
  const problems: string[] = [];
  for (const [kind, some] of Map.groupBy(pages, ({ url }) => kindOfPage(url))) {
    const wanted = kind === undefined ? undefined : expected.get(kind);
    for (const { file, reading } of some) {
      if (kind !== undefined && !reading.namesItself) problems.push(`${file}: does not name its project`);
      if (wanted?.hasAnchor && reading.anchor === null)
        problems.push(`${file}: none of the anchors of ${wanted.site} is found`);
    }
    // What a site warns of stands where its facts would.
    const whole = some.filter(({ reading }) => !reading.facts.warning);
    for (const fact of wanted?.facts ?? [])
      if (whole.length > 0 && whole.every(({ reading }) => reading.facts[fact] === undefined))
        problems.push(
          `${whole.map(({ file }) => file).join(', ')}: no ${fact} is read, as it is on our saved page (${kind})`,
        );
  }
  return problems;
}
