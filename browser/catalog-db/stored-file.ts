import { bucketNumber } from '../../catalog/buckets.ts';
import type { IndexFile } from '../../catalog/feed/index-file.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';

/** What a stored file is for, and what it then holds. */
export type Files = { bucket: Tool[]; index: IndexFile; tables: Reference };
export type Role = keyof Files;
export type StoredFile = Files[Role];

/** A file that was checked for its role, to be stored under its SHA-256 and that role. */
export type NewFile = { [R in Role]: readonly [role: R, sha256: string, file: Files[R]] }[Role];

/** Index files by their SHA-256, as files to store. */
export function asIndexes(files: readonly (readonly [sha256: string, file: IndexFile])[]): NewFile[] {
  return files.map(([sha256, file]) => ['index', sha256, file]);
}

/** The key of a stored file: its role is a part, so that nothing checked as one thing is read as another. */
export function fileKey(role: Role, sha256: string): string {
  return `${role}:${sha256}`;
}

const isRole: { [R in Role]: (file: unknown) => boolean } = {
  bucket: (file) => Array.isArray(file) && file.length > 0 && file.every((tool) => hasText(tool, 'id')),
  index: (file) => Array.isArray(file) && file.every((ref) => ref === null || hasText(ref, 'sha256')),
  tables: (file) => {
    const { jobs, reviewers, licenses } = Object(file) as Partial<Record<string, unknown>>;
    return Object(jobs) === jobs && Array.isArray(reviewers) && Object(licenses) === licenses;
  },
};

function hasText(value: unknown, key: string): boolean {
  return typeof (Object(value) as Record<string, unknown>)[key] === 'string';
}

/** A stored file as what it is read for. Throws if it is missing, or was damaged into something else. */
export function readAs<R extends Role>(role: R, sha256: string, found: unknown): Files[R] {
  if (!isRole[role](found)) throw new Error(`The stored ${role} file ${sha256} is missing or damaged.`);
  return found as Files[R];
}

/** The tools of a bucket that was read for its place. Throws if one belongs into another bucket. */
export function inBucket(tools: Tool[], number: number, bits: number): Tool[] {
  const stray = tools.find(({ id }) => bucketNumber(id, bits) !== number);
  if (stray) throw new Error(`${stray.id} is stored in bucket ${number}, where it does not belong.`);
  return tools;
}
