import { describe, expect, it } from 'vitest';
import { advisoriesOf } from '../../../catalog/advisories.ts';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { pageFindings, troubleFindings } from '../../../catalog/page-findings.ts';
import { normalizePageId } from '../../../catalog/page-id.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { readReference, readTools } from '../../../cli/read-data.ts';

const reference = readReference();
const tools = new Map(readTools().map((tool) => [tool.id, tool]));

/** The tool as if this version were its latest one and the reviewed one. */
function at(id: string, version: string): Tool {
  const tool = tools.get(id)!;
  const facts = { ...tool.facts, version: { ...tool.facts.version!, value: version } };
  return { ...tool, facts, ...(tool.review && { review: { ...tool.review, version } }) };
}

const kindsOn = (id: string, page: string, version?: string, tool = tools.get(id)!) =>
  pageFindings({ ...tool, from: undefined }, version === undefined ? {} : { version }, page, reference).map(
    ({ kind }) => kind,
  );

const compromised: [id: string, pages: string[], affected: string[], silent: string[]][] = [
  [
    'litellm',
    ['pkg:pypi/litellm', 'pkg:github/berriai/litellm'],
    ['1.82.7', '1.82.8'],
    ['1.82.6', '1.82.9', '1.83.0', '1.82.8rc1'],
  ],
  [
    'pytorch-lightning',
    ['pkg:pypi/lightning', 'pkg:github/lightning-ai/pytorch-lightning'],
    ['2.6.2', '2.6.3'],
    ['2.6.1', '2.6.4', '2.6.2.dev0'],
  ],
  [
    'ultralytics',
    ['pkg:pypi/ultralytics', 'pkg:github/ultralytics/ultralytics'],
    ['8.3.41', '8.3.42', '8.3.45', '8.3.46'],
    ['8.3.40', '8.3.43', '8.3.44', '8.3.47', '8.3.48'],
  ],
];

describe.each(compromised)('the compromised releases of %s', (id, pages, affected, silent) => {
  const [package_] = pages as [string];

  it.each(pages.flatMap((page) => affected.map((version) => [page, version])))(
    'are said first on %s of %s',
    (page, version) => {
      for (const shown of [version, `v${version}`]) {
        const [first] = pageFindings(
          { ...tools.get(id)!, from: undefined },
          { version: shown },
          page,
          reference,
        );
        expect(first).toMatchObject({ kind: 'compromised', first: true });
        expect(first!.text).toMatch(/^Compromised release: .* on PyPI \((MAL|PYSEC)-\d{4}-\d+\)$/);
      }
    },
  );
  it.each(pages.flatMap((page) => silent.map((version) => [page, version])))(
    'are not said on %s of %s',
    (page, version) => {
      expect(kindsOn(id, page, version)).not.toContain('compromised');
    },
  );
  it('are said by the badge of the page at once where the newest release is one', () => {
    for (const version of affected) expect(badgeRecord(at(id, version), reference).compromised).toBe(true);
    for (const version of silent) expect(badgeRecord(at(id, version), reference).compromised).toBeUndefined();
    expect(badgeRecord(tools.get(id)!, reference).compromised).toBeUndefined();
  });
  it('are said where the newest is one and the page shows no version, and not beside another version', () => {
    const now = at(id, affected[0]!);
    expect(kindsOn(id, package_, undefined, now)).toContain('compromised');
    expect(kindsOn(id, package_, silent[0], now)).not.toContain('compromised');
  });
  it('come after the warning of the index itself', () => {
    const facts = { version: affected[0]!, warning: 'quarantined' as const };
    const found = pageFindings({ ...tools.get(id)!, from: undefined }, facts, package_, reference);
    expect(found.slice(0, 2).map(({ kind }) => kind)).toEqual(['warning', 'compromised']);
  });
  it('say nothing of what is no version of it', () => {
    for (const version of ['latest', 'main', `${affected[0]}-stable`, `x${affected[0]}`])
      expect(kindsOn(id, package_, version)).not.toContain('compromised');
  });
});

it('one package of a project is not accused of what another did', () => {
  expect(kindsOn('pytorch-lightning', 'pkg:pypi/pytorch-lightning', '2.6.2')).not.toContain('compromised');
});

type Vulnerable = [id: string, page: string, cve: string, affected: string[], silent: string[]];
const vulnerable: Vulnerable[] = [
  [
    'langflow',
    'pkg:pypi/langflow',
    'CVE-2026-33017',
    ['1.0.0', '1.8.1', '1.8.2', '1.9.0rc1'],
    ['1.9.0', '1.12.2'],
  ],
  ['langflow', 'pkg:github/langflow-ai/langflow', 'CVE-2026-33017', ['1.8.2', 'v1.8.2'], ['1.9.0', 'v1.9.0']],
  ['open-webui', 'pkg:pypi/open-webui', 'CVE-2025-64496', ['0.6.33', '0.6.34'], ['0.6.35', '0.7.0']],
  [
    'open-webui',
    'pkg:github/open-webui/open-webui',
    'CVE-2026-44562',
    ['v0.8.12', '0.6.35'],
    ['v0.9.0', '0.11.2'],
  ],
  [
    'nextchat',
    'pkg:github/chatgptnextweb/nextchat',
    'CVE-2026-7644',
    ['v2.16.1', '2.15.8'],
    ['2.16.2', '2.17'],
  ],
  [
    'comfyui',
    'pkg:github/comfy-org/comfyui',
    'CVE-2026-68771',
    ['v0.22.0', '0.23.0', '0.25.0'],
    ['0.21.1', '0.26.0', 'v0.33.1'],
  ],
  ['comfyui', 'pkg:github/comfy-org/comfyui', 'CVE-2026-56671', ['0.23.0', 'v0.27.0'], ['0.28.0', '0.33.1']],
];

describe.each(vulnerable)('%s on %s and %s', (id, page, cve, affected, silent) => {
  const openFor = (version: string) =>
    (advisoriesOf(tools.get(id)!, { version, page }) ?? []).flatMap(({ id: name, aliases }) => [
      name,
      ...aliases,
    ]);

  it.each(affected.map((version) => [version]))('names %s', (version) => {
    expect(openFor(version)).toContain(cve);
  });
  it.each(silent.map((version) => [version]))('does not name %s', (version) => {
    expect(openFor(version)).not.toContain(cve);
  });
});

it('the card says what is critical or high of a version, and nothing of one without', () => {
  const found = (id: string, page: string, version: string) =>
    troubleFindings(tools.get(id)!, { version }, page).map(({ text }) => text);
  expect(found('comfyui', 'pkg:github/comfy-org/comfyui', 'v0.27.0')).toEqual([
    '3 known high vulnerabilities in v0.27.0, fixed in v0.28.0',
  ]);
  expect(found('comfyui', 'pkg:github/comfy-org/comfyui', 'v0.28.0')).toEqual([]);
  expect(found('nextchat', 'pkg:github/chatgptnextweb/nextchat', 'v2.16.1')).toEqual([
    '1 known high vulnerability in v2.16.1, no fix known',
  ]);
  expect(found('comfyui', 'pkg:pypi/comfy-cli', '0.27.0')).toEqual([]);
});

it('every advisory of the catalog can be asked of every page of its tool', () => {
  for (const tool of tools.values())
    for (const page of tool.pages)
      expect(() => advisoriesOf(tool, { version: '1.0.0', page: normalizePageId(page) })).not.toThrow();
});
