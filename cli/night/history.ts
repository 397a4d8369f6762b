import { changesOf, mergedChanges, type Change } from '../../catalog/changes.ts';
import type { Reference } from '../../catalog/reference.ts';
import { readableTool, type Tool } from '../../catalog/tool-schema.ts';
import { blobs, git } from './git.ts';
import type { NumberedVersion } from './versions.ts';

type Step = { version: NumberedVersion; before: string; after: string };

/** What changed from version to version, as readers are told; `versions` newest first, the last of them only to compare with. */
export function changesIn(versions: readonly NumberedVersion[], reference: Reference): Change[] {
  const [newest] = versions;
  if (!newest) return [];
  const steps = versions.flatMap((version, at): Step[] => {
    const earlier = versions[at + 1];
    return earlier ? stepsBetween(earlier.commit, version) : [];
  });
  const texts = blobs(steps.flatMap(({ before, after }) => [before, after]).filter((id) => !noBlob.test(id)));
  const found = steps.flatMap(({ version, before, after }) =>
    changesOf(toolIn(texts.get(before)), toolIn(texts.get(after)), version.date.slice(0, 10), reference),
  );
  return mergedChanges([], found, newest.date.slice(0, 10));
}

const noBlob = /^0+$/;

function stepsBetween(from: string, version: NumberedVersion): Step[] {
  const raw = git(['diff', '--raw', '--no-abbrev', '--no-renames', from, version.commit, '--', 'data/tools']);
  return [...raw.matchAll(/^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) \w\t.*\.json$/gm)].map(
    ([, before = '', after = '']) => ({
      ...{ version, before, after },
    }),
  );
}

// One that today's schema cannot read is skipped, as if it had not been in that version.
function toolIn(text: string | undefined): Tool | undefined {
  if (text === undefined) return undefined;
  try {
    return readableTool.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
