import fc from 'fast-check';
import { cleanText } from '../../catalog/label.ts';
import { jobs, licenses, reviewers, type Reference } from '../../catalog/reference.ts';
import { authoredTool, kinds, readableTool, type Tool } from '../../catalog/tool-schema.ts';
import type { PageFacts } from '../../sites/site.ts';

/** Texts that code takes for something else: inherited properties, markup, patterns, controls, halves of letters. */
export const oddTexts = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'undefined', 'NaN'],
  ...['$&', '$`$`$`', "$'", '$1', '\\', '`', '|', '](', '](javascript:alert(1))', '<img src=x onerror=1>'],
  ...['&amp;', '**', '_', '\n# head', '\r\n', '\t', '  two  ', 'a b', 'unknown', 'null', 'NaN.NaN'],
  ...['a\u{202E}b', '\u{2066}a\u{2069}', 'a\u{200B}b', 'a\u{0}b', 'a\u{FEFF}b', 'a\u{E0041}b', 'a\u{AD}b'],
  ...['\u{D800}', 'x\u{DC00}y', 'e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}', '👩‍👩‍👧', '\u{3164}', 'İ', 'ß'],
];
const versions = [
  ...['0.19.0.1.2', '1.2.3.4.5.6.7.8.9', 'v', '9'.repeat(400), '1.', '.1', '1..2', '٣.١', '26.04', '26.13'],
  ...[
    '2026-11-22',
    '2026.02.31',
    '20261301',
    '2024',
    'v2024.0.0',
    '1.0.post1',
    '1+a.b',
    '-1',
    '1e308',
    '0x10',
  ],
];
const ids = ['constructor', 'valueof', 'prototype', 'tostring', 'a', 'b1', 'c-d', '0', 'hasownproperty'];
const keys = ['constructor', 'prototype', 'valueof', 'a.b', 'readme', 'release-0.16', '0'];
const licenseIds = [
  ...['MIT', 'Apache-2.0', 'GPL-3.0-only', 'LicenseRef-Lab', 'LicenseRef-$&$&', 'LicenseRef-', 'NOASSERTION'],
  ...['LicenseRef-constructor', 'constructor', '__proto__', 'unknown', '(MIT', 'MIT)', 'MIT WITH x', ''],
];
const dates = ['2026-11-22', '0001-01-01', '9999-12-31', '2024-02-29', '1970-01-01', '0000-01-01'];
const numbers = [0, 1, 0.1 + 0.2, 1.005, 19, 5e-324, 1e21, 1e308, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE];

const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);
const date = oneOf(dates);
const text = fc.oneof(
  { weight: 3, arbitrary: oneOf(oddTexts) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }) },
  { weight: 1, arbitrary: oneOf(oddTexts).map((odd) => odd.repeat(80)) },
);
const shortText = text.map((long) => long.slice(0, 60));
const version = fc.oneof(oneOf(versions), shortText);
const expression = fc
  .array(fc.tuple(oneOf([' OR ', ' AND ', ' or ', ' OR', '+']), oneOf(licenseIds)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.flat().slice(1).join(''));
const pages = fc.array(
  fc
    .oneof(
      fc.tuple(
        oneOf(['github', 'pypi', 'huggingface', 'npm', 'x.y']),
        oneOf(ids),
        oneOf(['.', '%41', 'Foo_bar', '-']),
      ),
    )
    .map(([type, owner, name]) => `pkg:${type}/${owner}/${name}`),
  { minLength: 1, maxLength: 5 },
);
const hostPages = fc.array(oneOf(['a.b', 'constructor.x/y', '0.0.0.0', 'a-b.c/~d/.']), { maxLength: 2 });
const source = fc.oneof(oneOf(keys), fc.array(oneOf(keys), { minLength: 1, maxLength: 4 }));
const cited = { source, checked: date };

type Fields = Record<string, fc.Arbitrary<unknown>>;

/** An object with some of the optional fields. */
const some = (required: Fields, optional: Fields = {}) =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });
const fact = (value: fc.Arbitrary<unknown>, more: Fields = {}) =>
  some(
    { value, checked: date },
    { ...more, source, disputed: fc.array(some({ value, ...cited }), { minLength: 1, maxLength: 3 }) },
  );
const note = { note: text };
const count = oneOf([0, 1, 5, 1000, Number.MAX_SAFE_INTEGER]);
const orUnknown = (value: fc.Arbitrary<unknown>) => fc.oneof(value, fc.constant('unknown'));

const requiredFacts = {
  status: fact(oneOf(['active', 'maintenance', 'archived', 'superseded', 'closed', 'unknown']), {
    since: date,
    successor: fc.oneof(oneOf(ids), text, oneOf(['pkg:github/a/b'])),
    ...note,
  }),
  license: fact(fc.oneof(expression, text), {
    ...note,
    of: some({}, { code: expression.filter(Boolean), weights: text, data: text }),
  }),
  entryPrice: fact(oneOf(['free', 'open source', 'freemium', 'paid', 'contact sales', 'unknown']), {
    amount: oneOf(numbers),
    currency: fc.stringMatching(/^[A-Z]{3}$/),
    unit: text,
    freeTier: text,
  }),
};
const optionalFacts = {
  version: fact(version, { released: date }),
  commercialUse: fact(oneOf(['yes', 'conditions', 'no', 'unknown']), note),
  selfHost: fact(oneOf(['yes', 'no', 'unknown']), note),
  weights: fact(oneOf(['open', 'gated', 'unknown']), note),
  runsOn: fact(orUnknown(fc.array(text, { minLength: 1, maxLength: 4 })), {
    gpuMemoryGb: orUnknown(oneOf(numbers.slice(1))),
  }),
  dataGoes: fact(text),
  stars: fact(orUnknown(count)),
  downloads: fact(orUnknown(count)),
};
const facts = some(requiredFacts, optionalFacts);
const partialFacts = some({}, { ...requiredFacts, ...optionalFacts });
const vote = some(
  {
    reviewer: oneOf(['builder', 'skeptic', 'futurist', 'creator', 'product']),
    vote: oneOf(['ship', 'skip']),
    take: shortText,
    cites: fc.array(oneOf(keys), { minLength: 1, maxLength: 3 }),
  },
  { wouldChange: shortText },
);
const rangeOf = some(
  {},
  {
    introduced: version,
    fixed: version,
    lastAffected: version,
    versions: fc.array(version, { maxLength: 3 }),
  },
);
const advisory = some(
  {
    id: text,
    kind: oneOf(['malicious', 'vulnerable', 'unknown']),
    severity: oneOf(['critical', 'high', 'medium', 'low', 'unknown']),
    summary: shortText,
    affected: fc.array(rangeOf, { minLength: 1, maxLength: 3 }),
    published: date,
    ...cited,
  },
  {
    aliases: fc.array(text, { maxLength: 2 }),
    package: pages.map(([page]) => page),
    disputed: text,
    withdrawn: date,
  },
);
const sourceOf = some(
  {
    url: oneOf([
      ...[
        'https://example.com/',
        'https://github.com/a/.',
        'https://x.y/)|](<b>',
        'https://pypi.org/project/a',
      ],
      ...['https://a.b/\u{202E}c', 'https://[::1]/', 'https://xn--a.b/?q=`#|'],
    ]),
    title: text,
    seen: date,
  },
  { commit: fc.constant('a'.repeat(40)), version },
);

const variants = fc.array(
  some(
    {
      name: shortText,
      pages,
      verdict: oneOf(['own', 'family', 'none']),
      facts: partialFacts,
    },
    {
      shares: fc.array(oneOf(['license', 'status', 'version', 'constructor', 'weights'])),
      rivals: fc.array(oneOf(ids)),
    },
  ),
  { maxLength: 3 },
);
// Most shapes have variants for pages of their own, since others are none of a page's.
const withOwnPages = (shape: Record<string, unknown>) => ({
  ...shape,
  ...(Array.isArray(shape.variants) && {
    variants: (shape.variants as { pages: string[] }[]).map((variant, at) => ({
      ...variant,
      pages: at === 2 ? variant.pages : [(shape.pages as string[])[at] ?? variant.pages[0]],
    })),
  }),
});
const anyShape = some(
  {
    id: oneOf(ids),
    name: shortText,
    maker: text,
    job: oneOf(ids),
    kind: oneOf(kinds),
    does: shortText,
    pages,
    facts,
    sources: fc.dictionary(oneOf(keys), sourceOf, { maxKeys: 4 }),
  },
  {
    formerIds: fc.array(oneOf(ids), { maxLength: 3 }),
    formerPages: fc.oneof(pages, hostPages),
    claims: fc.array(some({ text, by: text, source: oneOf(keys), checked: date }, { version }), {
      maxLength: 3,
    }),
    review: some(
      { date, votes: fc.array(vote, { minLength: 1, maxLength: 5 }) },
      { version, asOf: date, subject: shortText },
    ),
    community: some({ ship: count, of: count }),
    elsewhere: fc.array(some({ panel: text, ship: count, of: count, source: oneOf(keys) }, { version }), {
      maxLength: 3,
    }),
    advisories: fc.array(advisory, { maxLength: 3 }),
    advisoriesAsOf: date,
    otherJobs: fc.array(oneOf(ids), { maxLength: 12 }),
    rivals: fc.array(oneOf(ids), { maxLength: 3 }),
    variants,
  },
).map((shape) => withOwnPages(shape as Record<string, unknown>));

/** Any tool that a reader lets in. */
export const readTool: fc.Arbitrary<Tool> = anyShape
  .map((shape) => readableTool.safeParse(shape))
  .filter(({ success }) => success)
  .map(({ data }) => data as Tool);

/** Any tool that an author may write. */
export const writtenTool: fc.Arbitrary<Tool> = anyShape
  .map((shape) => authoredTool.safeParse(cleaned(shape)))
  .filter(({ success }) => success)
  .map(({ data }) => data as Tool);

/** Any tables that a reader lets in. */
export const readReference: fc.Arbitrary<Reference> = fc.record({
  jobs: fc
    .dictionary(oneOf(ids), fc.record({ name: shortText, category: shortText, does: text }), { maxKeys: 3 })
    .map((shape) => jobs.safeParse(shape).data ?? {}),
  reviewers: fc
    .array(fc.record({ id: oneOf(['builder', 'skeptic', 'constructor']), name: shortText, question: text }), {
      maxLength: 3,
    })
    .map((shape) => reviewers.safeParse(shape).data ?? []),
  licenses: fc
    .dictionary(
      oneOf(licenseIds),
      fc.record({
        name: shortText,
        kind: oneOf(['open source', 'source available', 'custom', 'proprietary']),
        commercialUse: oneOf(['yes', 'conditions', 'no', 'unknown']),
        plain: text,
      }),
      { maxKeys: 4 },
    )
    .map((shape) => licenses.safeParse(shape).data ?? {}),
});

/** Whatever a page may be found to state. */
export const anyFacts: fc.Arbitrary<PageFacts> = fc.record(
  {
    version,
    license: fc.oneof(expression, text),
    forkOf: fc.oneof(oneOf(['pkg:github/constructor/.', 'x']), text),
    supersededBy: text,
    archived: fc.constant(true as const),
    gated: fc.constant(true as const),
    isPrivate: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value) || 'x';
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
