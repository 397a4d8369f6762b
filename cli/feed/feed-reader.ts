import { createReadStream, existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { feedAddress } from '../../catalog/feed/feed-address.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { CliError } from '../cli-error.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The files of a feed in a folder or on a host; each throws a FeedError where a reader would. */
export type FeedReader = {
  bytes(file: string, max: number): Promise<Bytes>;
  stream(file: string): Promise<Readable>;
};

/** A reader of a folder or of an https address; throws a CliError if there is no such folder. */
export function feedReader(place: string): FeedReader {
  return place.includes('://') ? ofHost(feedAddress(place)) : ofFolder(place);
}

function ofFolder(folder: string): FeedReader {
  if (!existsSync(folder)) throw new CliError(`${folder}: there is no such folder`);
  const pathOf = (file: string) => {
    const path = join(folder, file);
    if (!existsSync(path)) throw new FeedError('not-found', `There is no ${file}.`);
    return path;
  };
  return {
    async bytes(file, max) {
      const path = pathOf(file);
      if (statSync(path).size > max) throw tooLarge(file, max);
      return readFile(path);
    },
    stream: (file) => Promise.resolve(createReadStream(pathOf(file))),
  };
}

// Fetches as the extension does: without redirects and without credentials.
function ofHost(base: string): FeedReader {
  const unreadable = (file: string, error: Error) => {
    const cause = error.cause instanceof Error ? error.cause : error;
    return new FeedError('network', `${file} could not be read from ${base}: ${cause.message}.`);
  };
  const body = async (file: string) => {
    const response = await fetch(new URL(file, base), { redirect: 'manual' }).catch((error: Error) => {
      throw unreadable(file, error);
    });
    if (!response.ok || !response.body)
      throw new FeedError('not-found', `The server has no ${file}: it answered ${response.status}.`);
    if (response.headers.get('access-control-allow-origin') !== '*')
      throw new FeedError('network', `${file} comes without the header access-control-allow-origin: *.`);
    return Readable.from(response.body);
  };
  return {
    async bytes(file, max) {
      const parts: Uint8Array[] = [];
      let length = 0;
      try {
        for await (const part of (await body(file)) as AsyncIterable<Uint8Array>) {
          length += part.length;
          if (length > max) throw tooLarge(file, max);
          parts.push(part);
        }
      } catch (error) {
        throw error instanceof FeedError ? error : unreadable(file, error as Error);
      }
      return Buffer.concat(parts);
    },
    stream: body,
  };
}

function tooLarge(file: string, max: number): FeedError {
  return new FeedError('too-large', `${file} is larger than the ${max} bytes it may have.`);
}
