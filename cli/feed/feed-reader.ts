import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { feedAddress } from '../../catalog/feed/feed-address.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { CliError } from '../cli-error.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type OpenFile = (file: string) => Promise<Readable>;

/** The files of a feed in a folder or on a host; each throws a FeedError where a reader would. */
export type FeedReader = { bytes(file: string, max: number): Promise<Bytes>; stream: OpenFile };

/** A reader of a folder or of an https address; throws a CliError if there is no such folder. */
export function feedReader(place: string): FeedReader {
  const stream = place.includes('://') ? ofHost(feedAddress(place)) : ofFolder(place);
  return {
    stream,
    async bytes(file, max) {
      const parts: Uint8Array[] = [];
      let length = 0;
      try {
        for await (const part of (await stream(file)) as AsyncIterable<Uint8Array>) {
          length += part.length;
          if (length > max)
            throw new FeedError('too-large', `${file} is larger than the ${max} bytes it may have.`);
          parts.push(part);
        }
      } catch (error) {
        throw error instanceof FeedError ? error : unreadable(file, place, error as Error);
      }
      return Buffer.concat(parts);
    },
  };
}

function ofFolder(folder: string): OpenFile {
  if (!existsSync(folder)) throw new CliError(`${folder}: there is no such folder`);
  return (file) => {
    const path = join(folder, file);
    if (!existsSync(path)) return Promise.reject(new FeedError('not-found', `There is no ${file}.`));
    return Promise.resolve(createReadStream(path));
  };
}

// Fetches as the extension does: without redirects and without credentials.
function ofHost(base: string): OpenFile {
  return async (file) => {
    const response = await fetch(new URL(file, base), { redirect: 'manual' }).catch((error: Error) => {
      throw unreadable(file, base, error);
    });
    if (!response.ok || !response.body)
      throw new FeedError('not-found', `The server has no ${file}: it answered ${response.status}.`);
    if (response.headers.get('access-control-allow-origin') !== '*')
      throw new FeedError('network', `${file} comes without the header access-control-allow-origin: *.`);
    return Readable.from(response.body);
  };
}

/** UTF-8 as text, without a byte order mark. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function unreadable(file: string, place: string, error: Error): FeedError {
  const { message } = error.cause instanceof Error ? error.cause : error;
  return new FeedError('network', `${file} could not be read from ${place}: ${message}.`);
}
