/** What a person is asked about a new tool, in the order of the file. */
export const fields = ['id', 'name', 'maker', 'job', 'kind', 'does'] as const;
export type Answers = { [field in (typeof fields)[number]]?: string };

/** The start of a tool's file from a page id: name and maker come from it where it has them, the facts are unknown. */
export function skeleton(page: string, answers: Answers, today: string) {
  const segments = page.replace(/^pkg:[\w-]+\//, '').split('/');
  const last = segments.at(-1)!;
  const unknown = { value: 'unknown', checked: today };
  return {
    $schema: '../tool.schema.json',
    id: answers.id ?? slug(answers.name ?? last),
    name: answers.name ?? last,
    maker: answers.maker ?? (page.startsWith('pkg:') && segments.length > 1 ? segments[0]! : ''),
    job: answers.job ?? '',
    kind: answers.kind ?? '',
    does: answers.does ?? '',
    pages: [page],
    facts: { status: unknown, license: unknown, entryPrice: unknown },
    sources: {},
  };
}

/** The fields that a person still has to fill in. */
export function blanksOf(tool: ReturnType<typeof skeleton>): (keyof Answers)[] {
  return fields.filter((field) => !tool[field]);
}

function slug(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-');
}
