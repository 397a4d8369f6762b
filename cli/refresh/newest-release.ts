import { isOlder } from '../../catalog/version.ts';
import type { RepositoryState } from './github-state.ts';

type Tag = {
  tag: string;
  prefix: string;
  version: string;
  released?: string | undefined;
  isRelease: boolean;
};
export type NewestRelease = Omit<Tag, 'prefix'>;

// "rust-v1.2.0", "web/v2.0", "langchain==1.4.0", "v0.8.7": what stands before the number names the part.
const named = /^(.*?)v?(\d[\w.+-]*)$/i;
// As PEP 440, semver and habit name what is not for everybody yet.
const unstable =
  /(?:^|[^a-z])(?:a|b|c|rc|alpha|beta|pre|preview|dev|nightly|canary|snapshot|next|test|exp)[.-]?\d*(?:$|[^a-z])/i;

/**
 * The newest release or tag of the part whose numbers `ours` is one of: of those whose tags begin alike, the highest number that is
 * no draft and no pre-release. Without a tag of ours, that of tags that are a number alone. Nothing if there is none.
 */
export function newestRelease({ releases, refs }: RepositoryState, ours?: string): NewestRelease | undefined {
  const passed = new Set(
    releases.nodes.flatMap((each) => (each.isDraft || each.isPrerelease ? each.tagName : [])),
  );
  const released = new Map(releases.nodes.map(({ tagName, publishedAt }) => [tagName, publishedAt]));
  const dated = new Map(
    (refs?.nodes ?? []).map(({ name, target }) => [name, target?.committedDate ?? target?.tagger?.date]),
  );
  const tags = [...new Set([...released.keys(), ...dated.keys()])].flatMap((tag): Tag[] => {
    const [, prefix, version] = named.exec(tag) ?? [];
    if (prefix === undefined || version === undefined || passed.has(tag)) return [];
    const date = released.get(tag) ?? dated.get(tag);
    return [{ tag, prefix, version, released: date?.slice(0, 10), isRelease: released.has(tag) }];
  });
  const stable = tags.filter(({ tag, version }) => !unstable.test(version) && !unstable.test(tag));
  const prefix = prefixOf(tags, ours);
  const [first, ...rest] = stable.filter((tag) => tag.prefix === prefix);
  return rest.reduce((newest, tag) => (newest && isOlder(newest.version, tag.version) ? tag : newest), first);
}

/** How the tags of the tool begin: as that of its version does; where two parts have that number, the shorter one. */
function prefixOf(tags: readonly Tag[], ours = ''): string {
  const number = ours.replace(/^v/i, '');
  const prefixes = tags.filter(({ version }) => version === number).map(({ prefix }) => prefix);
  return prefixes.sort((a, b) => a.length - b.length)[0] ?? '';
}
