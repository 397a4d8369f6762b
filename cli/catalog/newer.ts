import { defineCommand } from 'citty';
import { isOutdated } from '../../catalog/staleness.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { isOlder, versionDistance } from '../../catalog/version.ts';
import { CliError } from '../cli-error.ts';
import { dataFolder, readTools } from '../read-data.ts';
import { readAnswers } from '../refresh/answers.ts';
import { applied } from '../refresh/applied.ts';
import { collectedNow } from '../refresh/collected-now.ts';
import { onlyThese } from '../refresh/only-these.ts';
import { outcomes, type Outcome } from '../refresh/proposals.ts';
import { sources as allSources } from '../refresh/sources.ts';
import { isMajorStep } from '../refresh/version-proposal.ts';
import { dataArg, flag, today } from '../values.ts';

type Newer = {
  tool: string;
  ours: string;
  newest: string;
  distance: string;
  isMajor: boolean;
  outdates: boolean;
};

/** What is newer than the catalog says, without writing anything; exit code 1 when a major version is missed. */
export const newer = defineCommand({
  meta: { name: 'newer', description: 'Lists the tools of which a newer version is out' },
  args: {
    ...dataArg,
    only: flag('name', 'Only one tool, one job or one source'),
    from: flag('file', 'Take the answers from this file of refresh --collect, without any request'),
  },
  async run({ args }) {
    const all = readTools(dataFolder(args.data));
    const { tools, sources } = onlyThese(args.only, all, allSources);
    const collected = args.from
      ? readAnswers(args.from)
      : (await collectedNow(tools, sources, { asked: {}, written: [] })).collected;
    if (!collected.sources.some(({ answers }) => answers.length)) throw new CliError('No source answered');
    const found = outcomes(tools, sources, collected, today()).flatMap(newerVersions);
    const rows = found.map((each) => [
      each.tool,
      each.ours,
      each.newest,
      each.distance,
      each.outdates ? 'the verdict becomes outdated' : '',
    ]);
    for (const line of aligned(rows)) console.log(line);
    const missed = found.filter(({ isMajor }) => isMajor).length;
    console.log(`${found.length} of ${tools.length} tools are behind, ${missed} by a major version`);
    return missed ? 1 : 0;
  },
});

/** The versions above ours that sources state: those that would be written, and those that wait for a person. */
function newerVersions({ before, written, judgements }: Outcome): Newer[] {
  const ours = before.facts.version?.value;
  if (ours === undefined) return [];
  const stated = [...written, ...judgements].filter(({ path }) => path.join('.') === 'facts.version');
  return stated.flatMap((proposal) => {
    const newest = (proposal.is as { value?: string } | undefined)?.value;
    if (newest === undefined || !isOlder(ours, newest)) return [];
    const after: Tool = applied(before, proposal, today());
    return {
      tool: before.id,
      ours,
      newest,
      distance: versionDistance(ours, newest) ?? 'newer',
      isMajor: isMajorStep(ours, newest),
      outdates: !isOutdated(before) && isOutdated(after),
    };
  });
}

function aligned(rows: readonly string[][]): string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
