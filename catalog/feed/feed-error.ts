/** Why a feed, or a file of one, is refused. docs/threat-model.md sets these beside the terms of The Update Framework (TUF). */
export type FeedErrorCode =
  | 'already-followed'
  | 'bad-signature'
  | 'empty'
  | 'expired'
  | 'hash-mismatch'
  | 'held-back'
  | 'inconsistent'
  | 'invalid-address'
  | 'malformed'
  | 'network'
  | 'no-access'
  | 'not-found'
  | 'redirect'
  | 'rollback'
  | 'storage-full'
  | 'timeout'
  | 'too-large'
  | 'unexpected'
  | 'unknown-key'
  | 'unsupported-format'
  | 'version-conflict'
  | 'wrong-feed';

/** A refusal; its message is a sentence for the person who reads Settings. */
export class FeedError extends Error {
  override name = 'FeedError';
  readonly code: FeedErrorCode;

  constructor(code: FeedErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

// A sentence may quote a feed's own keys and ids, which can be as long as its files.
const maxMessageLength = 400;

/** Whatever made an update fail as a refusal, its sentence cut to 400 characters. */
export function asFeedError(error: unknown): FeedError {
  const { name, message } = error as Error;
  const isRefusal = error instanceof FeedError;
  // Firefox reports a full extension storage in an error's message, not in its name (seen 2026-11).
  if (!isRefusal && /quota/i.test(`${name} ${message}`))
    return new FeedError('storage-full', 'The browser has no room left to store it.');
  const sentence = isRefusal ? message : `It could not be stored: ${message}`;
  const isLong = sentence.length > maxMessageLength;
  return new FeedError(
    isRefusal ? error.code : 'unexpected',
    isLong ? `${sentence.slice(0, maxMessageLength)}…` : sentence,
  );
}
