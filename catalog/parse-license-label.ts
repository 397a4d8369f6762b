// Ids of the SPDX license list, by family; any other label may mean anything and is ignored.
const plain =
  /^(0bsd|isc|mit(-0)?|ncsa|postgresql|unlicense|wtfpl|zlib|(a?gpl|afl|apache|artistic|bs[dl]|busl|cc0|cc-by[a-z-]*|ecl|elastic|epl|eupl|lgpl|mpl|mulanpsl|ofl|osl|sspl|upl)-\d[\w.+-]*)$/;

// How package metadata writes the most frequent licenses of tools.
const spellings: [pattern: RegExp, id: string][] = [
  [/^(the )?apache( software)?,? *(version|v)? ?2(\.0)?$|^apache-?2$/, 'apache-2.0'],
  [/^gnu affero general public v3$|^agpl ?v?3(\.0)?$/, 'agpl-3.0'],
  [/^gnu general public v3$|^gpl ?v?3(\.0)?$/, 'gpl-3.0'],
  [/^(new|modified) bsd$|^bsd 3-clause$|^3-clause bsd$/, 'bsd-3-clause'],
  [/^(mozilla public|mpl) 2\.0$/, 'mpl-2.0'],
];

/**
 * The license ids in a page's label or an SPDX expression, lower case and without -only, -or-later and +; nothing unless
 * each of them is a plain id (spdx.org/licenses). In PyPI's "classifier (text)" one readable half is enough.
 */
export function plainLicenses(label: string): string[] | undefined {
  const [, classifier, text] = /^([^()]+)(?<!AND|OR) \(([^()]+)\)$/.exec(label) ?? [];
  if (!classifier || !text) return idsIn(label);
  const ids = [classifier, text].flatMap((half) => idsIn(half) ?? []);
  return ids.length > 0 ? [...new Set(ids)] : undefined;
}

function idsIn(label: string): string[] | undefined {
  const ids = label
    .toLowerCase()
    .replace(/ licenses found$/, '')
    .split(/ or | and |, (?=[\da-z]+-|mit\b)/)
    .map(idOf);
  return ids.every((id) => plain.test(id))
    ? ids.map((id) => id.replace(/-only$|-or-later$|\+$/, ''))
    : undefined;
}

function idOf(text: string): string {
  const bare = text
    .replace(/[()]|\blicenses?\b,?/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return spellings.find(([pattern]) => pattern.test(bare))?.[1] ?? bare;
}
