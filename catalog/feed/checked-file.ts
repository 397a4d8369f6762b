import { FeedError } from './feed-error.ts';

/** A file of a feed by its content: SHA-256 as 64 hex digits, length in bytes. */
export type FileRef = { sha256: string; length: number };

/** `files/ab/abc….json`, a file's path beside the manifest: named by its content, so that a host may cache it for good. */
export function filePath({ sha256 }: FileRef, ending: 'json' | 'pack' = 'json'): string {
  return `files/${sha256.slice(0, 2)}/${sha256}.${ending}`;
}

/** SHA-256 (FIPS 180-4) of bytes, as hex digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns the bytes if they are those that the reference names; otherwise throws a FeedError that names the file. */
export async function checkedBytes(
  bytes: Uint8Array<ArrayBuffer>,
  ref: FileRef,
  file: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes.length !== ref.length)
    throw new FeedError('hash-mismatch', `${file} has ${bytes.length} bytes instead of ${ref.length}.`);
  if ((await sha256(bytes)) !== ref.sha256)
    throw new FeedError('hash-mismatch', `${file} is not what the manifest names: its SHA-256 differs.`);
  return bytes;
}
