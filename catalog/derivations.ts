import type { PageFacts } from '../sites/site.ts';
import { licensesOf, mainArtifact } from './artifacts.ts';
import { asOf, changedOn } from './as-of.ts';
import { bandsOf } from './bands.ts';
import { badgeRecord, isBadgeRecord, withRival } from './badge-record.ts';
import { advisoriesOf, compromisedVersions, isSerious, latestShown } from './advisories.ts';
import { browse, everything, orders, withoutOne } from './browse.ts';
import { changeKey, changesOf, mergedChanges, usableChanges } from './changes.ts';
import { claims, elsewhere } from './claims.ts';
import { comparisonSummary } from './comparison-summary.ts';
import { comparison } from './comparison.ts';
import {
  correctionForm,
  correctionText,
  errorForm,
  errorText,
  pageCorrectionForm,
  pageCorrectionText,
} from './correction.ts';
import { factGrid } from './fact-grid.ts';
import { factViews, sourceViews } from './fact-views.ts';
import { headingOf, headlineOf, verdictText } from './headline.ts';
import {
  advisoryLabel,
  compromisedText,
  knownTrouble,
  reviewedTrouble,
  seriousReviewedTrouble,
  seriousText,
} from './known-trouble.ts';
import { commercialUseOf, licenseFamilies, licenseKind, licenseNotes, licenseTerms } from './license.ts';
import { comparisonMarkdown, toolMarkdown } from './markdown.ts';
import { newsOf, toolsById, usableArrivals, watchedTools } from './news.ts';
import { isApartFromTool, onPage, variantOf } from './on-page.ts';
import {
  badgeFindings,
  pageFindings,
  pageFindingsByPage,
  troubleFindings,
  withTrouble,
} from './page-findings.ts';
import { notOfThisCode } from './other-code.ts';
import { placeOf, placesOf } from './places.ts';
import { findTool, normalizePageId, pagesOf } from './page-id.ts';
import { notesOfPage } from './page-notes.ts';
import { onlyCited, sourcesOf } from './cited-sources.ts';
import { codeLicense } from './code-license.ts';
import { variantFacts, withUnknown } from './variant-facts.ts';
import { licenseWords } from './license-words.ts';
import { ownCount, whoseVerdict } from './verdict-of.ts';
import { notesBetween, recordOfPage, withNotes } from './record-of-page.ts';
import { plainLicenses } from './parse-license-label.ts';
import { isFree, isFreeToStart, paidPlan, priceLabel, priceOn } from './price.ts';
import { bothInWords, jobInWords, jobName, type Reference } from './reference.ts';
import { candidateOf } from './rival-ranks.ts';
import { lookAsNamed, namedRival, rivalFinder, rivalsOf, toolsToCompare } from './rivals.ts';
import { saidOnPage } from './said-on-page.ts';
import { citedSources, scorecard } from './scorecard.ts';
import { popularFirst, searchTools } from './search.ts';
import { ageInWords, isOldFact, isOutdated, latestVersion, reviewedLabel } from './staleness.ts';
import { timelineOf } from './timeline.ts';
import type { Tool } from './tool-schema.ts';
import { summaryOf } from './tool-summary.ts';
import { shortMarkdown } from './short-summary.ts';
import { decisiveReason, reasonsOf, shortReason } from './reasons.ts';
import { areVotes, seatName, seatsInWords, votesInLetters } from './seats.ts';
import { sharedCounts } from './shared-seats.ts';
import * as verdict from './verdict.ts';
import { isOlder, versionDistance, versionLabel } from './version.ts';
import { isolated, nameWithSource, type AttributedTool } from './whose.ts';

/** What a derivation is run on: a tool, another one beside it, the tables, what a page states, and a day (ISO 8601). */
export type Subject = {
  tool: AttributedTool;
  other: AttributedTool;
  reference: Reference;
  facts: PageFacts;
  today: string;
};

type Derivation = (subject: Subject) => unknown;

const issues = 'https://example.com/issues';
/** Finds something of each subject only once, since many derivations begin with it. */
function once<T>(find: (subject: Subject) => T): (subject: Subject) => T {
  const known = new WeakMap<Subject, T>();
  return (subject) => {
    if (!known.has(subject)) known.set(subject, find(subject));
    return known.get(subject)!;
  };
}
const pagesIn = once(({ tool }) => [...tool.pages, ...(tool.formerPages ?? [])].map(normalizePageId));
const summaries = once(({ tool, other, reference }) =>
  [tool, other].map((each) => summaryOf(each, reference, each.from)),
);
const onPages = once((subject) => pagesIn(subject).map((page) => onPage(subject.tool, page)));
const ofPages = once((subject) =>
  pagesIn(subject).map((page) => recordOfPage(subject.tool, page, subject.reference, subject.tool.from)),
);
const record = once(({ tool, reference }) => badgeRecord(tool, reference, tool.from));
const changes = ({ tool, other, reference, today }: Subject) =>
  [
    [undefined, tool],
    [tool, undefined],
    [tool, other],
    [other, tool],
  ].flatMap(([before, after]) => changesOf(before, after, today, reference, tool.from));
const corrections =
  (make: (subject: Parameters<typeof correctionText>[0]) => string): Derivation =>
  ({ tool, reference }) =>
    factViews(tool, reference).map((fact) => make({ tool, fact }));
const count = ({ tool }: Subject) => verdict.panelCount(tool.review?.votes);
const ofCount =
  (inWords: (count: verdict.Count) => unknown): Derivation =>
  (subject) => {
    const found = count(subject);
    return found && inWords(found);
  };
const versions = ({ tool, facts }: Subject) => [
  tool.review?.version ?? '',
  tool.facts.version?.value ?? '',
  facts.version ?? '',
];

const shownVersions = (subject: Subject) =>
  versions(subject).flatMap((version) => [
    { version },
    ...pagesIn(subject).map((page) => ({ version, page })),
  ]);

/** Everything that the extension ever computes from a tool, each by the name of the function that does it. */
export const derivations: Readonly<Record<string, Derivation>> = {
  badgeRecord: record,
  withRival: (subject) => withRival(record(subject), summaries(subject)[1]),
  withNotes: (subject) => {
    const whole = record(subject);
    return ofPages(subject).map((ofPage) => withNotes(whole, notesBetween(whole, ofPage)));
  },
  advisoriesOf: (subject) => shownVersions(subject).map((shown) => advisoriesOf(subject.tool, shown)),
  compromisedVersions: (subject) =>
    [undefined, ...pagesIn(subject)].map((page) => compromisedVersions(subject.tool, page)),
  isSerious: ({ tool }) => (tool.advisories ?? []).map(isSerious),
  latestShown: ({ tool }) => latestShown(tool),
  knownTrouble: (subject) => shownVersions(subject).map((shown) => knownTrouble(subject.tool, shown)),
  reviewedTrouble: ({ tool }) => reviewedTrouble(tool),
  seriousReviewedTrouble: ({ tool }) => seriousReviewedTrouble(tool),
  compromisedText: (subject) => shownVersions(subject).map((shown) => compromisedText(subject.tool, shown)),
  seriousText: (subject) => shownVersions(subject).map((shown) => seriousText(subject.tool, shown)),
  advisoryLabel: ({ tool }) => (advisoriesOf(tool) ?? []).map(advisoryLabel),
  troubleFindings: (subject) =>
    pagesIn(subject).map((page) => troubleFindings(subject.tool, subject.facts, page)),
  withTrouble: (subject) =>
    withTrouble(
      badgeFindings(record(subject), subject.facts),
      troubleFindings(subject.tool, subject.facts, pagesIn(subject)[0] ?? ''),
    ),
  isBadgeRecord: (subject) => isBadgeRecord(record(subject)),
  withoutOne: (subject) =>
    withoutOne({ ...everything, words: 'x', job: subject.tool.job }, summaries(subject), String),
  browse: (subject) => orders.map((sort) => browse({ ...everything, sort }, summaries(subject), String)),
  changesOf: changes,
  usableChanges: (subject) => usableChanges(changes(subject)),
  changeKey: (subject) => changes(subject).map(changeKey),
  mergedChanges: (subject) => mergedChanges(changes(subject), [], subject.today),
  claims: ({ tool }) => claims(tool),
  elsewhere: ({ tool }) => elsewhere(tool),
  sharedCounts: ({ tool, other }) => sharedCounts(tool, other),
  comparisonSummary: ({ tool, other, reference }) => comparisonSummary(tool, other, reference),
  comparison: ({ tool, other, reference }) => comparison(tool, other, reference),
  correctionForm: corrections((subject) => correctionForm(issues, subject)),
  correctionText: corrections(correctionText),
  errorForm: ({ tool }) => errorForm(issues, tool),
  errorText: ({ tool }) => errorText('1.0', tool),
  pageCorrectionForm: ({ tool }) => pageCorrectionForm(issues, { tool, page: tool.pages[0] ?? '' }),
  pageCorrectionText: ({ tool }) => pageCorrectionText({ tool, page: tool.pages[0] ?? '' }),
  isApartFromTool: (subject) => onPages(subject).map(isApartFromTool),
  saidOnPage: (subject) =>
    pagesIn(subject).map((page) => saidOnPage(subject.tool, page, subject.reference, subject.facts.version)),
  notOfThisCode: (subject) => pagesIn(subject).map((page) => notOfThisCode(subject.tool, page)),
  placesOf: ({ tool }) => placesOf(tool),
  sourcesOf: ({ tool }) => sourcesOf(tool.facts.license, tool.sources),
  placeOf: ({ tool }) => Object.values(tool.sources).map(placeOf),
  onPage: (subject) => onPages(subject).at(-1),
  variantOf: (subject) => pagesIn(subject).map((page) => variantOf(subject.tool, page)),
  variantFacts: ({ tool }) => tool.variants?.map((variant) => variantFacts(tool, variant)),
  withUnknown: ({ tool }) => withUnknown(tool, {}),
  onlyCited: ({ tool }) => onlyCited(tool, tool.sources),
  codeLicense: (subject) => pagesIn(subject).map((page) => codeLicense(subject.tool, page)),
  mainArtifact: ({ tool }) => mainArtifact(tool),
  licensesOf: ({ tool }) => licensesOf(tool, mainArtifact(tool)),
  licenseWords: ({ tool, reference }) => licenseWords(tool, reference.licenses),
  ownCount: (subject) => onPages(subject).map(ownCount),
  whoseVerdict: (subject) => onPages(subject).map(whoseVerdict),
  recordOfPage: ofPages,
  notesBetween: (subject) => {
    const whole = record(subject);
    return ofPages(subject).map((ofPage) => notesBetween(whole, ofPage));
  },
  factViews: (subject) =>
    [subject.tool, ...onPages(subject)].map((tool) => factViews(tool, subject.reference)).at(-1),
  sourceViews: ({ tool }) => sourceViews(tool, Object.keys(tool.sources)),
  factGrid: (subject) =>
    [subject.tool, ...onPages(subject)]
      .map((tool) => factGrid(tool, subject.reference, subject.today))
      .at(-1),
  bandsOf: (subject) =>
    [undefined, ...pagesIn(subject)].map((page) =>
      bandsOf(subject.tool, subject.reference, page, subject.facts),
    ),
  headlineOf: (subject) =>
    pagesIn(subject).map((page) => headlineOf(subject.tool, subject.reference, page, subject.facts)),
  headingOf: ({ tool, reference }) => headingOf(tool, reference),
  verdictText: ({ tool }) => verdictText(tool),
  licenseTerms: ({ tool, reference }) => licenseTerms(tool.facts.license.value, reference.licenses),
  licenseKind: ({ tool, reference }) => licenseKind(tool.facts.license.value, reference.licenses),
  commercialUseOf: ({ tool, reference }) => commercialUseOf(tool, reference.licenses),
  licenseNotes: ({ tool }) => licenseNotes(tool),
  reasonsOf: (subject) => onPages(subject).map(reasonsOf),
  decisiveReason: (subject) => onPages(subject).map(decisiveReason),
  shortReason: ({ tool }) =>
    (tool.review?.votes ?? []).map(({ take }) => shortReason({ kind: 'for', text: take })),
  seatsInWords: ({ tool }) => seatsInWords(votesInLetters(tool.review?.votes)),
  areVotes: ({ tool }) => areVotes(votesInLetters(tool.review?.votes)),
  seatName: ({ tool }) => tool.review?.votes.map(({ reviewer }) => seatName(reviewer)),
  licenseFamilies: ({ tool }) => licenseFamilies(tool.facts.license),
  plainLicenses: ({ tool, facts }) => [tool.facts.license.value, facts.license ?? ''].map(plainLicenses),
  toolMarkdown: ({ tool, reference }) => toolMarkdown(tool, reference),
  shortMarkdown: (subject) =>
    onPages(subject)
      .map((each) => shortMarkdown(each, subject.reference, { rival: subject.other }))
      .at(-1),
  comparisonMarkdown: ({ tool, other, reference }) => comparisonMarkdown(tool, other, reference),
  toolsById: (subject) => [...toolsById(summaries(subject)).keys()],
  usableArrivals: (subject) => usableArrivals(changes(subject)),
  newsOf: (subject) =>
    newsOf(usableArrivals(changes(subject)), [subject.tool.id], toolsById(summaries(subject))),
  watchedTools: (subject) =>
    watchedTools([subject.tool.id, 'gone'], toolsById(summaries(subject)), changes(subject)),
  badgeFindings: (subject) => badgeFindings(record(subject), subject.facts),
  pageFindings: (subject) =>
    pagesIn(subject).map((page) => pageFindings(subject.tool, subject.facts, page, subject.reference)),
  pageFindingsByPage: (subject) =>
    pageFindingsByPage(
      subject.tool,
      [{ page: normalizePageId(subject.tool.pages[0] ?? ''), facts: subject.facts }],
      subject.reference,
    ),
  pagesOf: ({ tool }) => [...pagesOf([tool]).values()],
  findTool: (subject) => findTool(pagesIn(subject), pagesOf([subject.tool])),
  notesOfPage: (subject) => pagesIn(subject).map((page) => notesOfPage(subject.tool, page)),
  paidPlan: ({ tool }) => paidPlan(tool.facts.entryPrice),
  priceLabel: ({ tool }) => priceLabel(tool.facts.entryPrice),
  priceOn: ({ tool, today }) =>
    priceOn(today, priceLabel(tool.facts.entryPrice), tool.facts.entryPrice.until),
  isFree: ({ tool }) => isFree(tool.facts.entryPrice),
  isFreeToStart: ({ tool }) => isFreeToStart(tool.facts.entryPrice),
  jobName: ({ tool, reference }) => jobName(reference, tool.job),
  bothInWords: ({ tool, reference }) => bothInWords(reference, tool.job),
  jobInWords: ({ tool, reference }) => jobInWords(reference, tool.job),
  rivalsOf: (subject) => rivalsOf(summaries(subject)[0]!, summaries(subject)),
  toolsToCompare: (subject) => toolsToCompare(summaries(subject)[0]!, summaries(subject)),
  candidateOf: (subject) => summaries(subject).map(candidateOf),
  namedRival: (subject) => namedRival(summaries(subject)[0]!, summaries(subject)),
  lookAsNamed: (subject) => summaries(subject).map(lookAsNamed),
  rivalFinder: (subject) => summaries(subject).map(rivalFinder(summaries(subject))),
  scorecard: ({ tool, reference }) => scorecard(tool, reference.reviewers),
  citedSources: ({ tool, reference }) => citedSources(scorecard(tool, reference.reviewers)),
  searchTools: (subject) => searchTools(subject.facts.license ?? '', summaries(subject), String),
  popularFirst: (subject) => popularFirst(summaries(subject)),
  isOldFact: ({ tool, today }) =>
    Object.values(tool.facts).map((fact) => fact && isOldFact(asOf(fact, tool.sources), today)),
  asOf: ({ tool }) => Object.values(tool.facts).map((fact) => fact && asOf(fact, tool.sources)),
  changedOn: ({ tool }) => Object.values(tool.facts).map((fact) => fact && changedOn(fact, tool.sources)),
  ageInWords: ({ tool, reference }) => factViews(tool, reference).map(ageInWords),
  isOutdated: ({ tool }) => isOutdated(tool),
  latestVersion: ({ tool }) => latestVersion(tool),
  reviewedLabel: ({ tool }) => reviewedLabel(tool),
  summaryOf: summaries,
  timelineOf: (subject) =>
    [subject.tool, ...onPages(subject)].map((tool) => timelineOf(tool, changes(subject))).at(-1),
  votesInLetters: ({ tool }) => votesInLetters(tool.review?.votes),
  panelCount: count,
  countFromLetters: ({ tool }) => verdict.countFromLetters(votesInLetters(tool.review?.votes)),
  verdictWord: ofCount(verdict.verdictWord),
  shareOf: ofCount(verdict.shareOf),
  votesForVerdict: ofCount(verdict.votesForVerdict),
  shortCount: ofCount(verdict.shortCount),
  percent: ofCount(verdict.percent),
  outOf: ofCount(verdict.outOf),
  verdictInWords: (subject) => verdict.verdictInWords(count(subject)),
  communityInWords: ({ tool }) => verdict.communityInWords(tool.community),
  verdictChange: ({ tool, other }) => [
    verdict.verdictChange(tool, other),
    verdict.verdictChange(undefined, tool),
    verdict.verdictChange(tool, undefined),
  ],
  isOlder: (subject) => versions(subject).map((each) => isOlder(each, subject.facts.version)),
  nameWithSource: ({ tool }) => nameWithSource(tool),
  isolated: ({ tool }) => isolated(tool.name),
  versionLabel: (subject) => versions(subject).map(versionLabel),
  versionDistance: (subject) =>
    versions(subject).map((each) => versionDistance(each, subject.facts.version ?? '')),
};

// A page that states all that a page can state, so that every finding is put into words.
const facts: PageFacts = {
  version: 'v999.0.1',
  license: 'Apache-2.0, MIT licenses found',
  archived: true,
  gated: true,
  forkOf: 'pkg:github/upstream/tool',
  supersededBy: 'pkg:github/next/tool',
};

/** Throws, in words that follow a tool's name, if something that the extension ever computes from it cannot be computed. */
export function assertDerivable(tool: Tool, reference: Reference): void {
  const attributed = { ...tool, from: 'Team' };
  const subject = { tool: attributed, other: attributed, reference, facts, today: '2026-11-22' };
  for (const [name, derive] of Object.entries(derivations)) {
    try {
      derive(subject);
    } catch (error) {
      throw new Error(`has no ${name}: ${(error as Error).message}`, { cause: error });
    }
  }
}
