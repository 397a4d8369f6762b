import * as z from 'zod/mini';
import type { Tool } from '../../catalog/tool-schema.ts';
import { citedFile, fileIdOf, repositoryOf } from './github-ids.ts';
import { passageHashes } from './passages.ts';
import type { Proposal } from './source.ts';

const object = z.nullable(
  z.object({
    __typename: z.string(),
    oid: z.string().check(z.regex(/^[0-9a-f]{40}$/, 'is not a Git object id')),
  }),
);
const answered = z.nullable(
  z.strictObject({ head: object, cited: object, text: z.optional(z.nullable(z.string())) }),
);

/**
 * What became of a cited file at HEAD: the same blob, or the same passages, is a comparison; another blob is a change that somebody
 * has to read; a file that is gone is a question.
 */
export function fileProposals(tool: Tool, id: string, answer: unknown, today: string): Proposal[] {
  const told = answered.parse(answer);
  const { repository, path, blob: known } = citedFile(id)!;
  const keys = Object.keys(tool.sources).filter((key) => fileIdOf(tool.sources[key]!) === id);
  return keys.flatMap((key): Proposal[] => {
    const proposal = { tool: tool.id, path: ['sources', key] };
    const question = (list: string, says: string): Proposal[] => [
      { ...proposal, kind: 'judgement', list, says },
    ];
    if (!told) {
      const isOwn = tool.pages.some((page) => repositoryOf(page)?.toLowerCase() === repository.toLowerCase());
      // The question about the tool's own repository stands for all of its files.
      return isOwn ? [] : question('Repositories of sources that are gone', `${repository} is gone`);
    }
    const source = tool.sources[key]!;
    const blob = known ?? blobOf(told.cited);
    if (!blob)
      return question(
        'Files that are not at their commit',
        `${repository} has no ${path} at ${source.commit ?? 'its commit'}`,
      );
    const head = blobOf(told.head);
    if (!head) return question('Files that are gone or renamed', `${repository} has no ${path} any more`);
    const written = (list: string, says: string, is: object): Proposal[] => [
      { ...proposal, kind: 'mechanical', list, says, is: { blob, ...is } },
    ];
    if (head === blob)
      return written('Compared, the same', `${path} is what it was`, { compared: today, changed: null });
    if (hasPassages(told.text, source.passages))
      return written('Compared, the same', `${path} still has what is cited`, {
        compared: today,
        changed: null,
      });
    return written('Sources that changed', `${path} has changed`, { changed: source.changed ?? today });
  });
}

function blobOf(told: z.infer<typeof object>): string | undefined {
  return told?.__typename === 'Blob' ? told.oid : undefined;
}

function hasPassages(text: string | null | undefined, passages: readonly string[] = []): boolean {
  if (!text || !passages.length) return false;
  const hashes = new Set(passageHashes(text));
  return passages.every((passage) => hashes.has(passage));
}
