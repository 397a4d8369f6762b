// Codes of Node and of the npm client for a host that nobody reaches from here.
const codes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT'];

/** Whether an error, or what caused it, says that its source cannot be reached at all, so that no other id is worth a try. */
export function isUnreachable(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause)
    if ('code' in each && codes.includes(String(each.code))) return true;
  return false;
}
