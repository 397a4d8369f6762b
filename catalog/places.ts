import { sourcesOf } from './cited-sources.ts';
import { own } from './own.ts';
import { normalizePageId, pageName, purlType } from './page-id.ts';
import type { Tool } from './tool-schema.ts';

// Where the sources of a page's facts lie, for the types of page that state a version or a license.
const addresses: Record<string, string[]> = {
  'pkg:github': ['github.com/', 'raw.githubusercontent.com/'],
  'pkg:huggingface': ['huggingface.co/'],
  'pkg:pypi': ['pypi.org/project/'],
};

/** What a tool's sources say for all of its pages; `parts` are the names before the version in the titles of its tags. */
export type Places = { ofVersion: string[]; ofLicense: string[]; parts: string[]; hasNpm: boolean };

// Each page of a tool asks for them again.
const places = new WeakMap<Tool, Places>();

/** Where the sources of a tool's license lie, and those of its version: cited for it, or naming the reviewed or the latest one. */
export function placesOf(tool: Tool): Places {
  const known = places.get(tool);
  if (known) return known;
  const cited = sourcesOf(tool.facts.version, tool.sources);
  const named = versionSources(tool);
  const found = {
    ofVersion: [...cited, ...named].map(placeOf),
    ofLicense: sourcesOf(tool.facts.license, tool.sources).map(placeOf),
    parts: named.flatMap(({ title }) => /\b([a-z]+)-v?\d+\.\d/i.exec(title)?.[1]?.toLowerCase() ?? []),
    hasNpm: cited.some(({ url }) => /\bnpm\b/.test(url)),
  };
  places.set(tool, found);
  return found;
}

function versionSources({ review, facts, sources }: Tool): Tool['sources'][string][] {
  const versions = [review?.version, facts.version?.value];
  return Object.values(sources).filter(({ version }) => version && versions.includes(version));
}

/** Where a source is, without its scheme. */
export function placeOf({ url }: Tool['sources'][string]): string {
  return url.toLowerCase().replace(/^https:\/\/(www\.)?/, '');
}

/** Whether one of these places is on a page. */
export function liesOn(places: readonly string[], page: string): boolean {
  return (own(addresses, purlType(page)) ?? []).some((start) => {
    const whole = start + pageName(page);
    return places.some(
      (place) => place.startsWith(whole) && ['/', '?', '#', ''].includes(place.charAt(whole.length)),
    );
  });
}

/** The last part of a page's name, as PyPI normalizes names. */
export function lastName(page: string): string {
  return normalizePageId(page.slice(page.lastIndexOf('/') + 1)).replace(/[-_.]+/g, '-');
}
