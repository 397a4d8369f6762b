import { asOf, changedOn } from './as-of.ts';
import { dateLabel } from './dates.ts';
import { commercialUseOf, licenseTerms } from './license.ts';
import { commercialUseLabel } from './commercial-use.ts';
import { licenseWords } from './license-words.ts';
import type { OnPage } from './on-page.ts';
import { own } from './own.ts';
import { capital } from './capital.ts';
import { paidPlan, priceLabel, priceOn } from './price.ts';
import type { Reference } from './reference.ts';
import { statusOf } from './status.ts';
import type { Tool } from './tool-schema.ts';
import { versionLabel } from './version.ts';

export type SourceView = { key: string } & Tool['sources'][string];
export type FactView = {
  key: keyof Tool['facts'];
  label: string;
  text: string;
  note?: string;
  /** The last day on which it was known, ISO 8601; without a source, on which somebody looked for one. */
  asOf: string;
  /** Since when a source says something else, ISO 8601. */
  changed?: string;
  sources: SourceView[];
  disputed: { text: string; sources: SourceView[] }[];
  /** Only the family's is known, so nobody looked for it on this page, and no date is shown. */
  withheld?: true;
};

type Fact = {
  value: unknown;
  source?: string | string[] | undefined;
  checked: string;
  disputed?: { value: unknown; source: string | string[] }[] | undefined;
};
type Words = { label: string; text: string; note?: string | undefined };

/**
 * A tool's facts in the order people look for them, in words, each with its sources and disputes. On a day (ISO 8601), a price
 * that has ended says so.
 */
export function factViews(tool: OnPage, { licenses }: Pick<Reference, 'licenses'>, day = ''): FactView[] {
  const { facts } = tool;
  const terms = licenseTerms(facts.license.value, licenses);
  const license = licenseWords(tool, licenses);
  const plan = paidPlan(facts.entryPrice);
  const price = (value: string) => priceLabel({ value: value as typeof facts.entryPrice.value });

  return [
    view('entryPrice', facts.entryPrice, price, {
      label: 'Price',
      text: priceOn(day, priceLabel(facts.entryPrice), facts.entryPrice.until),
      note: [facts.entryPrice.freeTier, plan && `Paid plans start with: ${plan}.`].filter(Boolean).join(' '),
    }),
    view('license', facts.license, (value) => licenseTerms(value, licenses).label, {
      label: 'License',
      text: words(license.text),
      note: [license.note, facts.license.note, licenseChange(tool), terms.plain].filter(Boolean).join(' '),
    }),
    view('commercialUse', facts.commercialUse ?? { ...facts.license, disputed: undefined }, words, {
      label: 'Commercial use',
      text: commercialUseLabel(commercialUseOf(tool, licenses)),
      note: facts.commercialUse?.note ?? unread(facts, terms.plain),
    }),
    view('weights', facts.weights, words, {
      label: 'Weights',
      text: words(facts.weights?.value),
      note: facts.weights?.note,
    }),
    view('size', facts.size, words, { label: 'Size', text: words(facts.size?.value) }),
    view('selfHost', facts.selfHost, words, {
      label: 'Can be self-hosted',
      text: words(facts.selfHost?.value),
      note: facts.selfHost?.note,
    }),
    view('runsOn', facts.runsOn, words, { label: 'Runs on', text: runsOn(facts.runsOn) }),
    view('dataGoes', facts.dataGoes, words, {
      label: 'Where your data goes',
      text: words(facts.dataGoes?.value),
    }),
    view('version', facts.version, versionText, {
      label: 'Latest version',
      text: versionText(facts.version?.value),
      note: facts.version?.released && `Released ${dateLabel(facts.version.released)}`,
    }),
    view('status', facts.status, words, {
      label: 'Status',
      text: statusOf(tool)?.text || words(facts.status.value),
      note: facts.status.note,
    }),
    view('endsOn', facts.endsOn, dayText, {
      label: 'Retires',
      text: dayText(facts.endsOn?.value) + (facts.endsOn?.at ? `, ${facts.endsOn.at}` : ''),
      note: facts.endsOn?.successor && `Followed by ${facts.endsOn.successor}`,
    }),
    view('stars', facts.stars, numberInWords, {
      label: 'GitHub stars',
      text: numberInWords(String(facts.stars?.value)),
    }),
    view('downloads', facts.downloads, numberInWords, {
      label: 'PyPI downloads / month',
      text: numberInWords(String(facts.downloads?.value)),
    }),
  ].filter((fact) => fact !== undefined);

  function view(
    key: FactView['key'],
    fact: Fact | undefined,
    inWords: (value: string) => string,
    { label, text, note }: Words,
  ): FactView | undefined {
    if (!fact) return undefined;
    if (isWithheld(tool, key))
      return {
        ...{ key, label, text: 'See its page', asOf: fact.checked },
        sources: [],
        disputed: [],
        withheld: true,
      };
    const changed = changedOn(fact, tool.sources);
    return {
      key,
      label,
      text,
      ...(note && { note }),
      asOf: asOf(fact, tool.sources),
      ...(changed && { changed }),
      sources: sourceViews(tool, fact.source),
      disputed: (fact.disputed ?? []).map(({ value, source }) => ({
        text: inWords(String(value)),
        sources: sourceViews(tool, source),
      })),
    };
  }
}

const vendorTerms = 'Covered by the vendor’s terms, which we have not reviewed.';

/** What a license says of commercial use; where it leaves that to a vendor's terms, and nobody states more, that nobody read them. */
function unread({ license, commercialUse }: Tool['facts'], plain: string): string {
  const isUnread =
    license.value.includes('LicenseRef-Proprietary') && (commercialUse?.value ?? 'unknown') === 'unknown';
  return isUnread ? vendorTerms : plain;
}

/** "Changed from Apache-2.0 in 1.87.0.": how the present license came; undefined if it was never another, as far as is known. */
function licenseChange({ licenseHistory, facts }: Tool): string | undefined {
  const last = licenseHistory?.at(-1);
  if (!last || last.to !== facts.license.value) return undefined;
  return `Changed from ${last.from} ${last.version ? `in ${last.version}` : `on ${dateLabel(last.date)}`}.`;
}

/** The sources with these keys in a tool's file, in the order of the keys. */
export function sourceViews(tool: Tool, keys: string | readonly string[] = []): SourceView[] {
  return [keys].flat().flatMap((key) => {
    const source = own(tool.sources, key);
    return source ? [{ key, ...source }] : [];
  });
}

function words(value = ''): string {
  return value === 'unknown' ? 'Unknown' : capital(value);
}

function versionText(value = ''): string {
  return value === 'unknown' ? 'Unknown' : versionLabel(value);
}

function dayText(value = ''): string {
  return value === 'unknown' ? 'Unknown' : dateLabel(value);
}

function numberInWords(value: string): string {
  return value === 'unknown' ? 'Unknown' : Number(value).toLocaleString('en');
}

function runsOn(fact: Tool['facts']['runsOn']): string {
  if (!fact || fact.value === 'unknown') return 'Unknown';
  const memory = typeof fact.gpuMemoryGb === 'number' ? ` (from ${fact.gpuMemoryGb} GB of GPU memory)` : '';
  return [fact.value].flat().join(', ') + memory;
}

// What a license allows is as unknown as the license.
function isWithheld({ withheld = [], facts }: OnPage, key: FactView['key']): boolean {
  const isLicense = key === 'commercialUse' && !facts.commercialUse;
  return withheld.includes(isLicense ? 'license' : key);
}
