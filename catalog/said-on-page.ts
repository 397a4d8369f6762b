import { advisoriesOf } from './advisories.ts';
import { licensesOf, mainArtifact } from './artifacts.ts';
import { factViews } from './fact-views.ts';
import { commercialUseOf } from './license.ts';
import { onPage } from './on-page.ts';
import type { Reference } from './reference.ts';
import { latestVersion } from './staleness.ts';
import type { Tool } from './tool-schema.ts';
import { panelCount, verdictWord } from './verdict.ts';

/** What the extension says on a page of a tool, in data: the popup puts the same into words. */
export type SaidOnPage = ReturnType<typeof saidOnPage>;

/** What is said on a page that the catalog does not know. */
export const nothingSaid = {
  tool: null,
  variant: null,
  verdict: { word: null, ship: null, of: null, whose: null, version: null },
  license: { code: null, weights: null, data: null },
  commercialUse: null,
  gated: null,
  status: null,
  latest: null,
  advisories: [],
  asOf: null,
};

/** What is said on a page of a tool, by its page id, where the page shows this version of it. */
export function saidOnPage(tool: Tool, page: string, reference: Reference, version?: string) {
  const here = onPage(tool, page);
  const count = panelCount(here.review?.votes);
  const { code, weights, data } = licensesOf(here, here.artifact ?? mainArtifact(here));
  const known = factViews(here, reference).filter(({ withheld }) => !withheld);
  const shown = version === undefined ? undefined : { version, page };
  return {
    tool: here.id,
    variant: here.variant?.name ?? null,
    verdict: {
      word: count ? verdictWord(count) : null,
      ship: count?.ship ?? null,
      of: count?.of ?? null,
      whose: count ? (here.variant?.verdict === 'family' ? ('family' as const) : ('own' as const)) : null,
      version: (count && here.review?.version) ?? null,
    },
    license: { code: code ?? null, weights: weights ?? null, data: data ?? null },
    commercialUse: commercialUseOf(here, reference.licenses),
    gated: gated[here.facts.weights?.value ?? 'unknown'],
    status: here.facts.status.value,
    latest: latestVersion(here) ?? null,
    advisories: (advisoriesOf(here, shown) ?? []).map(({ id, aliases, kind, severity, fixed }) => ({
      ...{ id, aliases, kind, severity, fixed: fixed ?? null },
    })),
    asOf: known.map(({ asOf }) => asOf).sort()[0] ?? null,
  };
}

const gated = { open: false, gated: true, unknown: null };
