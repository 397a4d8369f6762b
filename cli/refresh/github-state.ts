import * as z from 'zod/mini';

const time = z.nullish(z.iso.datetime());
const target = z.nullish(
  z.looseObject({
    committedDate: z.optional(z.iso.datetime()),
    tagger: z.nullish(z.object({ date: z.nullish(z.iso.datetime({ offset: true })) })),
  }),
);
/** The state of a repository as it is asked for. */
export const repositoryState = z.object({
  nameWithOwner: z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/, 'is not the name of a repository')),
  isArchived: z.boolean(),
  archivedAt: time,
  pushedAt: time,
  stargazerCount: z.number().check(z.int(), z.nonnegative(), z.lte(10_000_000)),
  licenseInfo: z.nullable(
    z.object({ spdxId: z.nullable(z.string().check(z.regex(/^[\w.+-]{1,40}$/, 'is not an SPDX id'))) }),
  ),
  releases: z.object({
    nodes: z.array(
      z.object({ tagName: z.string(), isPrerelease: z.boolean(), isDraft: z.boolean(), publishedAt: time }),
    ),
  }),
  refs: z.nullable(z.object({ nodes: z.array(z.object({ name: z.string(), target })) })),
});
export type RepositoryState = z.infer<typeof repositoryState>;
