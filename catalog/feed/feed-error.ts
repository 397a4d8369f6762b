/** Why a feed, or a file of one, is not taken: its message is a sentence for the person who reads Options. */
export class FeedError extends Error {
  override name = 'Refusal';
}

/** The bytes were not signed by a key that the reader trusts. */
export class WrongSignature extends FeedError {}

// A sentence may quote a feed's own keys and ids, which can be as long as its files.
const longest = 400;

/** The sentence in which a failed update is told, whatever failed; cut where it is longer than a sentence is. */
export function errorMessage(error: unknown): string {
  const { name, message } = error as Error;
  // Firefox tells of its extension storage by an error without that name.
  if (/quota/i.test(`${name} ${message}`) && !(error instanceof FeedError))
    return 'The browser has no room left to keep it.';
  const sentence = error instanceof FeedError ? message : `It could not be kept: ${message}`;
  return sentence.length > longest ? `${sentence.slice(0, longest)}…` : sentence;
}
