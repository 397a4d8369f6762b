import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertDerivable, derivations } from '../../../catalog/derivations.ts';
import { maxOfBadge, maxOfTool } from '../../../catalog/feed/limits.ts';
import { cleanText } from '../../../catalog/label.ts';
import { LayerError, mergeCatalog, type MergeLayer } from '../../../catalog/merge.ts';
import { boundedLetters } from '../../../catalog/tool-bounds.ts';
import { readableTool, type Tool } from '../../../catalog/tool-schema.ts';
import { anyFacts, oddTexts, readReference, readTool, writtenTool } from '../../builders/any-tool.ts';
import { reference, tool } from '../../builders/tool.ts';

// What is derived from the largest tool that a reader takes in: its texts once for each place that shows them.
const maxOutput = 5_000_000;
const numRuns = 80;
const folder = new URL('../../../catalog/', import.meta.url);

describe('whatever the schemas let in', () => {
  it.each([
    ['read', readTool],
    ['written', writtenTool],
  ])('every derivation of a tool as %s has a result of bounded size', (_, anyTool) => {
    const attributed = fc
      .tuple(anyTool, fc.constantFrom(undefined, 'Team', ...oddTexts))
      .map(([some, from]) => ({ ...some, from }));
    const subject = fc.record({
      ...{ tool: attributed, other: attributed },
      ...{ reference: readReference, facts: anyFacts },
    });
    fc.assert(
      fc.property(subject, (some) => {
        for (const [name, derive] of Object.entries(derivations)) {
          const result = derive({ ...some, today: '2026-11-22' });
          expect((JSON.stringify(result) ?? '').length, name).toBeLessThan(maxOutput);
        }
      }),
      { numRuns },
    );
  });
  it('no text of a tool or table as read has anything that does not show', () => {
    fc.assert(
      fc.property(readTool, readReference, (some, tables) => {
        for (const text of textsIn([some, tables])) expect(cleanText(text)).toBe(text);
      }),
      { numRuns },
    );
  });
  it('a reader takes a written tool as it is', () => {
    fc.assert(
      fc.property(writtenTool, (some) => {
        const read = readableTool.parse(some);
        // Only addresses are written in another way.
        const sources = Object.entries(read.sources).map(([key, source]) => [
          key,
          { ...source, url: some.sources[key]!.url },
        ]);
        expect({ ...read, sources: Object.fromEntries(sources) as unknown }).toEqual(some);
      }),
      { numRuns },
    );
  });
  it('layers merge: each tool is there or named, and each badge is one of them', async () => {
    // Mostly pages of their own, else nearly every layer would claim one twice.
    const placed = readTool.map((some) => ({
      ...some,
      pages: some.pages.map((page) => page.replace(/\/[^/]*\//, `/${some.id}/`)),
    }));
    const tools = fc.uniqueArray(placed, { maxLength: 4, selector: ({ id }) => id });
    const layer = fc.record({ tools, tables: readReference });
    let merged = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(layer, { minLength: 1, maxLength: 3 }), async (layers) => {
        const read = layers.map(({ tools, tables }, at): MergeLayer => ({
          ...{ feed: `f${at}`, tables, tools: [tools], expected: tools.length },
          ...(at > 0 && { from: `Feed ${at}` }),
        }));
        const result = await mergeCatalog(read as [MergeLayer, ...MergeLayer[]], assertDerivable).catch(
          (error: unknown) => error,
        );
        if (result instanceof Error) {
          expect(result).toBeInstanceOf(LayerError);
          return;
        }
        merged += 1;
        const { summaries, badges, leftOut } = result as Awaited<ReturnType<typeof mergeCatalog>>;
        const all = layers.flatMap(({ tools }) => tools.map(({ id }) => id));
        expect(new Set([...summaries, ...leftOut].map(({ id }) => id))).toEqual(new Set(all));
        for (const record of badges.values()) {
          expect(summaries.some(({ id }) => id === record.tool)).toBe(true);
          expect(JSON.stringify(record).length).toBeLessThan(2 * maxOfBadge.bytes);
        }
      }),
      { numRuns: numRuns / 2 },
    );
    // Else the property would say nothing.
    expect(merged).toBeGreaterThan(numRuns / 8);
  });
  it('a tool that is damaged in storage takes nothing else with it', async () => {
    const merge = (tools: unknown[]) =>
      mergeCatalog([{ feed: 'f', tables: reference, tools: [tools as Tool[]] }]);
    const whole = tool('oven', 'sssk');
    const alone = await merge([tool('pan', 'sss')]);
    const damage = fc.tuple(
      fc.constantFrom(...Object.keys(whole), '', 'facts.license', 'facts.entryPrice'),
      fc.constantFrom(undefined, null, 0, 'constructor', [], {}, [null], true, Number.NaN),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([path, value]) => {
        const [key, inner] = path.split('.') as [keyof Tool, string?];
        const damaged =
          path === '' ? value : { ...whole, [key]: inner ? { ...whole.facts, [inner]: value } : value };
        const { summaries, badges, leftOut } = await merge([damaged, tool('pan', 'sss')]);
        expect(summaries.map(({ id }) => id)).toContain('pan');
        expect(badges.get('pkg:github/someone/pan')).toMatchObject({ tool: 'pan', votes: 'sss--' });
        if (leftOut.length > 0) expect(summaries).toEqual(alone.summaries);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the largest tool that a reader takes in', () => {
  const letters = 'x|](`'.repeat(maxOfTool.letters / 5);
  const keys = Array.from({ length: 60 }, (_, at) => `s${at}`);
  const cited = { source: keys, checked: '2026-11-20' };
  const source = { url: `https://example.com/${'('.repeat(900)}`, title: letters, seen: '2026-11-20' };
  const largest = tool('oven', '', {
    pages: Array.from({ length: maxOfTool.pages }, (_, at) => `pkg:github/someone/p${at}`),
    facts: {
      ...{ status: { value: 'active', ...cited }, entryPrice: { value: 'paid', ...cited } },
      license: { value: 'MIT', note: letters, ...cited, disputed: [{ value: letters, ...cited }] },
      version: { value: letters, ...cited },
    },
    review: {
      date: '2026-11-20',
      votes: [{ reviewer: 'builder', vote: 'ship', take: 'Yes.', cites: [...keys, ...keys, ...keys] }],
    },
    sources: Object.fromEntries(keys.map((key) => [key, source])),
  });

  it('is within the bounds, and what is derived from it is too', () => {
    expect(() => boundedLetters(largest)).not.toThrow();
    const size = Object.values(derivations).map(
      (derive) =>
        (
          JSON.stringify(
            derive({ tool: largest, other: largest, reference, facts: {}, today: '2026-11-22' }),
          ) ?? ''
        ).length,
    );
    expect(Math.max(...size)).toBeLessThan(maxOutput);
  });
  it.each<[string, Partial<Tool>]>([
    ['pages', { formerPages: ['pkg:github/someone/old'] }],
    ['list items and sources', { rivals: Array.from({ length: maxOfTool.items }, (_, at) => `r${at}`) }],
    ['letters in one text', { maker: 'x'.repeat(maxOfTool.letters + 1) }],
  ])('may not have more %s', (what, more) =>
    expect(() => boundedLetters({ ...largest, ...more })).toThrow(what),
  );
});

describe('the list of derivations', () => {
  const named = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return [...text.matchAll(/^export (?:async )?function\*? ?(\w+)[^{]*/gm)].map(
        ([signature, name]) => [name!, signature] as const,
      );
    });
  const elsewhere = new Set([
    'mergeCatalog',
    'updateMerge',
    'changeSummaries',
    'changeBadges',
    'affectedByLeaders',
    'compareNames',
    'sortInSlices',
    'firstByName',
    'updatedFirst',
    'derive',
    'tablesUpTo',
    'boundedLetters',
    'assertCounts',
    'assertVariants',
    'boundedBytes',
    'assertDerivable',
  ]);

  it('has every function of the catalog that takes a tool, or what follows from one', () => {
    const takesTool =
      /\b(Tool|ToolSummary|BadgeRecord|FactView|Subject|PageCorrection|Take|Change|Count|Reviewed|Vote|Facts|Licenses|EntryPrice|Reference)\b/;
    const missing = named
      .filter(([name, signature]) => takesTool.test(signature) && !elsewhere.has(name))
      .filter(([name]) => !Object.hasOwn(derivations, name));
    // These read and check files, which the tests of feeds do.
    expect(missing.map(([name]) => name)).toEqual(['readChanges', 'readTool']);
  });
  it('has nothing else', () => {
    const all = named.map(([name]) => name);
    expect(Object.keys(derivations).filter((name) => !all.includes(name))).toEqual([]);
  });
  it('names the one that fails', () => {
    const broken = { ...tool('oven', 'sss'), does: undefined } as unknown as Tool;
    expect(() => assertDerivable(broken, reference)).toThrow(/^has no toolMarkdown: /);
    expect(() => assertDerivable(tool('oven', 'sss'), reference)).not.toThrow();
    expect(oddTexts.length).toBeGreaterThan(40);
  });
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
