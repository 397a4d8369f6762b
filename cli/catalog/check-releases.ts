import type { Tool } from '../../catalog/tool-schema.ts';
import type { Report } from './check-citations.ts';
import { everyFacts } from './every-fact.ts';

type Source = Tool['sources'][string];

const registries =
  /\/releases(\/|$)|\/-?\/?tags?\/|(\/\/|\.)(pypi\.org|npmjs\.com|piwheels\.org|crates\.io|anaconda\.org|pkg\.go\.dev|hub\.docker\.com|marketplace\.visualstudio\.com|open-vsx\.org|rubygems\.org|nuget\.org)\/|jsdelivr\.(com|net)\/(package\/)?npm\/|sourceforge\.net\/projects\/[^/]+\/files\/|\/winget-pkgs\/pull\//;
const announced =
  /\b(tag|tagged|releases?|released|launch(ed)?|announce(d|s|ment)?|publish(ed)?|changelog|package|model (page|card))\b/i;
// What a version file or a README says is what the code calls itself; nobody need ever have published that.
const noRelease = /\/(readme|pyproject|setup|package|version|__init__|cargo)[\w-]*(\.\w+)?$/i;

/** The day of a release needs a source that is one: a tag, a release, an announcement or a registry, and not older than that day. */
export function releaseProblems(tool: Tool, report: Report) {
  for (const [within, { version }] of everyFacts(tool)) {
    if (!version?.released) continue;
    const { released } = version;
    const sources = [version.source ?? []].flat().flatMap((key) => tool.sources[key] ?? []);
    const releases = sources.filter(isRelease);
    if (releases.length === 0)
      report(`${within}.version.released`, 'has no tag, release, announcement or registry among its sources');
    else if (releases.every(({ seen }) => seen < released))
      report(`${within}.version.released`, `${released} is after the newest of its sources`);
  }
}

function isRelease({ url, title }: Source): boolean {
  const address = url.replace(/[?#].*$/, '');
  return registries.test(address) || (announced.test(title) && !noRelease.test(address));
}
