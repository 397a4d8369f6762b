// Names that lead nowhere outside of a network: RFC 6761, RFC 6762 (appendix G), RFC 8375, and `corp` by ICANN's choice.
const inner =
  /(^|\.)(local|localhost|localdomain|internal|intranet|private|corp|home|home\.arpa|lan|test|invalid)$/;

/** Whether an address looks as if only some could reach it: an inner or numeric host, a port or userinfo, or no web address. */
export function looksPrivate(address: string): boolean {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.port || url.username || url.password) return true;
  const host = url.hostname.replace(/\.$/, '');
  const isNumeric = /^[\d.]+$/.test(host) || host.startsWith('[');
  return isNumeric || !host.includes('.') || inner.test(host);
}
