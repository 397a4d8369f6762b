/** A sentence in place of a part that could not be read. */
export function Unread({ part }: { part: unknown }) {
  return part === null ? <p class="warning">This cannot be read now.</p> : null;
}
