import { advisoriesOf, isSerious, latestShown, type OpenAdvisory, type ShownVersion } from './advisories.ts';
import { dateLabel } from './dates.ts';
import { purlType } from './page-id.ts';
import type { Tool } from './tool-schema.ts';
import { isOlder, versionLabel } from './version.ts';

/** What is known against a version, in a sentence, with the advisories that say so; those may be none. */
export type KnownTrouble = { text: string; advisories: readonly OpenAdvisory[] };

/**
 * What the advisories say of a version, the latest known one unless it is given: “2 known vulnerabilities in v0.11.2, fixed in
 * v0.11.4”, or that none was known when the database was last asked; nothing where nobody asked it, or the version is unclear.
 */
export function knownTrouble(
  tool: Tool,
  shown: ShownVersion | undefined = latestShown(tool),
): KnownTrouble | undefined {
  const advisories = advisoriesOf(tool, shown) ?? (tool.advisories?.length ? undefined : []);
  if (!advisories) return undefined;
  if (advisories.length > 0) return { text: inVersion(advisories, shown!.version), advisories };
  const { advisoriesAsOf } = tool;
  if (!advisoriesAsOf) return undefined;
  return { text: `No advisory known as of ${dateLabel(advisoriesAsOf)}`, advisories };
}

/** What is known against the version that was reviewed, in words that follow it: “has 1 known critical vulnerability”. */
export function reviewedTrouble(
  tool: Tool,
  counts: (advisory: OpenAdvisory) => boolean = () => true,
): string | undefined {
  const version = tool.review?.version;
  const open = version === undefined ? [] : (advisoriesOf(tool, { version }) ?? []).filter(counts);
  if (open.length === 0) return undefined;
  return open.some(isMalicious) ? 'is a compromised release' : `has ${vulnerabilities(open)}`;
}

/** The same with what only the badge’s card says: malicious, critical and high. */
export function seriousReviewedTrouble(tool: Tool): string | undefined {
  return reviewedTrouble(tool, isSerious);
}

/** “Compromised release: 1.82.8 on PyPI (MAL-2026-2144)” of a version that was published to do harm. */
export function compromisedText(tool: Tool, shown?: ShownVersion): string | undefined {
  const version = shown ?? latestShown(tool);
  const found = advisoriesOf(tool, version)?.find(isMalicious);
  return found && version && ofMalicious(found, version.version);
}

/** “1 known critical vulnerability in v1.8.2, fixed in v1.9.0” of what the card says of a version, compromised releases apart. */
export function seriousText(tool: Tool, shown: ShownVersion): string | undefined {
  const open = advisoriesOf(tool, shown)?.filter((each) => isSerious(each) && !isMalicious(each)) ?? [];
  return open.length > 0 ? inVersion(open, shown.version) : undefined;
}

/** “CVE-2026-33017 (critical), disputed: …”, the one of its names that most people know. */
export function advisoryLabel({ id, aliases, kind, severity, disputed }: OpenAdvisory): string {
  const name = [id, ...aliases].find((each) => each.startsWith('CVE-')) ?? id;
  const word = kind === 'malicious' ? 'malicious' : severity === 'unknown' ? '' : severity;
  return `${name}${word && ` (${word})`}${disputed ? `, disputed: ${disputed}` : ''}`;
}

function inVersion(open: readonly OpenAdvisory[], version: string): string {
  const malicious = open.find(isMalicious);
  const others = open.filter((each) => !isMalicious(each));
  if (!malicious) return `${vulnerabilities(open)} in ${versionLabel(version)}, ${repaired(open)}`;
  const also = others.length > 0 ? `; also ${vulnerabilities(others)}` : '';
  return ofMalicious(malicious, version) + also;
}

const registries: Record<string, string> = { 'pkg:pypi': ' on PyPI', 'pkg:npm': ' on npm' };

function ofMalicious({ id, package: about = '' }: OpenAdvisory, version: string): string {
  const registry = Object.hasOwn(registries, purlType(about)) ? registries[purlType(about)] : '';
  return `Compromised release: ${version.replace(/^v/i, '')}${registry} (${id})`;
}

const named = ['critical', 'high', 'medium', 'low'] as const;

/** “3 known vulnerabilities (1 critical, 2 high)”. */
function vulnerabilities(open: readonly OpenAdvisory[]): string {
  const counts = named
    .map((word) => ({ word, count: open.filter(({ severity }) => severity === word).length }))
    .filter(({ count }) => count > 0);
  const noun = open.length === 1 ? 'vulnerability' : 'vulnerabilities';
  const [only] = counts;
  if (!only) return `${open.length} known ${noun} of unknown severity`;
  if (only.count === open.length) return `${open.length} known ${only.word} ${noun}`;
  return `${open.length} known ${noun} (${counts.map(({ word, count }) => `${count} ${word}`).join(', ')})`;
}

/** “fixed in v0.11.4”: the version that has no more of them, as far as that is known. */
function repaired(open: readonly OpenAdvisory[]): string {
  const fixed = open.flatMap((each) => each.fixed ?? []);
  const last = fixed.reduce((newest, each) => (isOlder(newest, each) ? each : newest), fixed[0] ?? '');
  if (!last) return 'no fix known';
  const unrepaired = open.length - fixed.length;
  return unrepaired > 0 ? `no fix known for ${unrepaired} of them` : `fixed in ${versionLabel(last)}`;
}

function isMalicious({ kind }: OpenAdvisory): boolean {
  return kind === 'malicious';
}
