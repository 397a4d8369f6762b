type Source = { url: string; version?: string | undefined };

const hosts =
  /(^|\.)(github\.com|gitlab\.com|huggingface\.co|hf\.co|codeberg\.org|bitbucket\.org|gitee\.com)$|^(git|gitlab|gitea|forgejo|codeberg)\./;
const fileForms = new Set(['blob', 'tree', 'raw', 'resolve', 'src', 'blame', 'edit', 'plain']);
const rawHosts = new Set([
  'raw.githubusercontent.com',
  'raw.github.com',
  'rawcdn.githack.com',
  'raw.githack.com',
]);

/**
 * The branch on which the file of this source is, so that it says tomorrow what nobody has read; undefined if it is at a commit
 * or at the tag of the version that the source names, or no file of a repository. A page of documentation under `latest` is none.
 */
export function branchOf({ url, version }: Source): string | undefined {
  const { host, pathname } = new URL(url);
  const path = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const rest = refAndFile(host, path);
  if (!rest) return undefined;
  // GitLab's and Gitea's paths say which kind of name follows.
  if (['commit', 'tag', 'tags'].includes(rest[0]!) && rest.length > 2) return undefined;
  if (rest[0] === 'refs' && rest[1] === 'tags') return undefined;
  const names = rest[0] === 'refs' ? rest.slice(2) : rest[0] === 'branch' ? rest.slice(1) : rest;
  const [name = 'the default branch'] = names;
  if (names === rest && (/^[0-9a-f]{40}$/.test(name) || isTagOf(name, version))) return undefined;
  return name;
}

/** The name of a branch, tag or commit and the file's path, as they stand in these addresses; undefined if it is none. */
function refAndFile(host: string, path: string[]): string[] | undefined {
  if (rawHosts.has(host)) return path.slice(2);
  if (host === 'cdn.jsdelivr.net' && path[0] === 'gh') {
    const [, ref] = (path[2] ?? '').split('@');
    return ref === undefined ? [] : [ref, ...path.slice(3)];
  }
  if (!hosts.test(host)) return undefined;
  const at = path.findIndex((part, index) => index >= 1 && index <= 5 && fileForms.has(part));
  return at < 1 || path[at + 1] === undefined ? undefined : path.slice(at + 1);
}

function isTagOf(name: string, version: string | undefined): boolean {
  if (!version || !/\d/.test(version)) return false;
  return new RegExp(`(^|[^0-9.])${version.replace(/[^\w]/g, '\\$&')}$`, 'i').test(name);
}
