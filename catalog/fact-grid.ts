import { commercialUseOf, licenseNotes } from './license.ts';
import { factViews, type FactView } from './fact-views.ts';
import type { OnPage } from './on-page.ts';
import type { Reference } from './reference.ts';

/** One of the six facts that every tool shows: a short value, how many notes go with it, and the whole facts behind it. */
export type GridFact = {
  label: string;
  text: string;
  notes: number;
  /** What the value means for whoever wants to use the tool, where it says that. */
  tone?: 'good' | 'fair' | 'bad';
  isDisputed: boolean;
  facts: FactView[];
};

const tones = { yes: 'good', conditions: 'fair', no: 'bad' } as const;
const uses = { yes: 'Yes', conditions: 'With conditions', no: 'No', unknown: 'Unknown' } as const;

/** The six facts of a tool, always the same ones in the same order, whether they are known or not; `day` is ISO 8601. */
export function factGrid(tool: OnPage, reference: Pick<Reference, 'licenses'>, day = ''): GridFact[] {
  const views = new Map(factViews(tool, reference, day).map((view) => [view.key, view]));
  const get = (...keys: FactView['key'][]) => keys.flatMap((key) => views.get(key) ?? []);
  const use = commercialUseOf(tool, reference.licenses);
  const [allowed] = get('commercialUse');
  const isUseKnown = !allowed?.withheld;
  // Where nobody says it apart, what a license allows goes with the license's own notes.
  const useFacts = tool.facts.commercialUse
    ? get('commercialUse', 'license')
    : [{ ...allowed!, ...noteOf(get('license')) }];
  return [
    cell('Commercial use', isUseKnown ? uses[use] : allowed.text, useFacts, {
      notes: isUseKnown ? licenseNotes(tool) : 0,
      ...(isUseKnown && use !== 'unknown' && { tone: tones[use] }),
    }),
    cell('License', shortLicense(get('license')[0]!.text), get('license')),
    cell('Price', shortPrice(get('entryPrice')[0]!.text), get('entryPrice'), {
      notes: tool.facts.entryPrice.freeTier ? 1 : 0,
    }),
    cell('Runs on', runsOn(tool, get('runsOn')[0]), get('runsOn', 'selfHost', 'size')),
    cell(
      'Status',
      statusText(tool, get('status')[0]!, get('version')[0]),
      get('status', 'version', 'endsOn'),
    ),
    cell('Your data', get('dataGoes')[0]?.text ?? 'Unknown', get('dataGoes')),
  ];
}

function cell(
  label: string,
  text: string,
  facts: FactView[],
  { notes = 0, tone }: { notes?: number; tone?: GridFact['tone'] } = {},
): GridFact {
  return {
    label,
    text,
    notes,
    ...(tone && { tone }),
    facts,
    isDisputed: facts.some(({ disputed }) => disputed.length > 0),
  };
}

function noteOf([license]: FactView[]): Pick<FactView, 'note'> {
  return license?.note ? { note: license.note } : {};
}

/** “Apache-2.0 + AGPL-3.0”: how people write an SPDX expression. */
function shortLicense(text: string): string {
  return text
    .replaceAll(' AND ', ' + ')
    .replaceAll(' OR ', ' or ')
    .replace(/-only\b/g, '');
}

function shortPrice(text: string): string {
  return text.replace('Free plan; paid from ', 'Free, or from ').replaceAll(' per ', '/');
}

const maxRunsOn = 28;

/** What a tool runs on, as much of it as there is room for, without what is said in brackets: “Linux, macOS, +3”. */
function runsOn({ facts }: OnPage, view: FactView | undefined): string {
  const value = facts.runsOn?.value;
  if (view?.withheld) return view.text;
  if (value === undefined || value === 'unknown')
    return facts.selfHost?.value === 'no' ? 'Hosted only' : 'Unknown';
  const all = [value].flat().map((each) => each.replace(/\s*\([^)]*\)/g, ''));
  const shown = all.filter((_, at) => at === 0 || all.slice(0, at + 1).join(', ').length <= maxRunsOn);
  return shown.join(', ') + (shown.length < all.length ? `, +${all.length - shown.length}` : '');
}

function statusText(tool: OnPage, status: FactView, version: FactView | undefined): string {
  const isLast = !['active', 'maintenance', 'unknown'].includes(tool.facts.status.value);
  if (!version || version.withheld || tool.facts.version?.value === 'unknown') return status.text;
  const word = status.text.replace(/ → .*$/, '');
  return `${word} · ${isLast ? 'last ' : ''}${version.text}`;
}
