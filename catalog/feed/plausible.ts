import type { FileRef } from './checked-file.ts';
import { FeedError } from './feed-error.ts';
import { bitsFor } from './layout.ts';
import { maxBytesPerTool } from './limits.ts';

// What gzip adds to bytes that cannot be compressed (RFC 1951, 3.2.4), and more.
const gzipOverhead = { bytes: 1_000, ratio: 1.01 };

type Sizes = {
  tools: number;
  bits: number;
  tables: FileRef;
  pack: FileRef & { unpacked: number };
  index: readonly FileRef[];
  changes?: FileRef | undefined;
};

/** Throws a FeedError if a manifest names a file twice, or sizes that no catalog of so many tools has. */
export function assertPlausible({ tools, bits, tables, pack, index, changes }: Sizes, file: string): void {
  const refs = [tables, pack, ...index, ...(changes ? [changes] : [])];
  const seen = new Set<string>();
  for (const ref of refs) {
    if (seen.has(ref.sha256))
      throw new FeedError('inconsistent', `${file} names the file ${ref.sha256} twice.`);
    seen.add(ref.sha256);
  }
  if (bits > bitsFor(tools))
    throw new FeedError('inconsistent', `${file}: bits: ${bits} is too many for ${tools} tools.`);
  if (pack.unpacked > tools * maxBytesPerTool)
    throw new FeedError(
      'inconsistent',
      `${file}: pack.unpacked: ${pack.unpacked} is too much for ${tools} tools.`,
    );
  if (pack.length > pack.unpacked * gzipOverhead.ratio + gzipOverhead.bytes)
    throw new FeedError(
      'inconsistent',
      `${file}: pack.length: ${pack.length} is more than what it unpacks to.`,
    );
}
