/** Why a feed, or a file of one, is not taken: its message is a sentence for the person who reads Options. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** The bytes were not signed by a key that the reader trusts. */
export class WrongSignature extends Refusal {}

/** The sentence in which a failed update is told, whatever failed. */
export function inWords(error: unknown): string {
  const { name, message } = error as Error;
  if (name === 'QuotaExceededError') return 'The browser has no room left to keep it.';
  return error instanceof Refusal ? message : `It could not be kept: ${message}`;
}
