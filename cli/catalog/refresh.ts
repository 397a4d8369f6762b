import { defineCommand } from 'citty';
import type { Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';
import { dataFolder, readTool, readToolFiles } from '../read-data.ts';
import { readAnswers, type Collected } from '../refresh/answers.ts';
import { collectedNow } from '../refresh/collected-now.ts';
import { onlyThese } from '../refresh/only-these.ts';
import { outcomes, type Outcome } from '../refresh/proposals.ts';
import { readState, type QueueState } from '../refresh/queue-state.ts';
import { reportJson, reportMarkdown } from '../refresh/report.ts';
import type { Source } from '../refresh/source.ts';
import { sources as allSources } from '../refresh/sources.ts';
import { writeOutcomes } from '../refresh/write-outcomes.ts';
import { root } from '../root.ts';
import { dataArg, flag, today, toggle, wholeNumber } from '../values.ts';
import { writeFiles } from '../write-files.ts';

// As a shell counts Ctrl-C.
const interrupted = 130;

/** Asks the sources of the catalog what is new, and writes it: exit code 0 as soon as one of them has answered. */
export const refresh = defineCommand({
  meta: { name: 'refresh', description: 'Asks the sources what is new, and writes what needs no judgement' },
  args: {
    ...dataArg,
    only: flag('name', 'Only one tool, one job or one source'),
    apply: toggle('Write the files of the tools'),
    'at-most': { ...flag('n', 'How many tools are written in one run'), default: '50' },
    collect: flag('file', 'Only ask, and write the answers into this file'),
    from: flag('file', 'Take the answers from this file, without any request'),
    report: flag('file.md', 'Write the report, and beside it as .json for programs'),
    state: flag('file', 'Where the queues are kept, if not in .output/refresh-state.json'),
  },
  async run({ args }) {
    const atMost = wholeNumber('--at-most', args['at-most'], 1);
    if (args.collect && (args.from || args.apply || args.report))
      throw new CliError('--collect: only asks, so it goes with neither --from nor --apply nor --report', 2);
    if (args.report && !args.report.endsWith('.md'))
      throw new CliError(
        `--report: "${args.report}" is not the name of a Markdown file, such as report.md`,
        2,
      );
    const data = dataFolder(args.data);
    const all = readToolFiles(data).map(toolAsWritten);
    const { tools, sources } = onlyThese(args.only, all, allSources);
    const statePath = args.state ?? `${root}.output/refresh-state.json`;
    const state = readState(statePath);
    const run = args.from
      ? { collected: readAnswers(args.from), state }
      : await collectedNow(tools, sources, state);
    const { collected } = run;
    for (const line of askedLines(collected, sources)) console.error(line);
    if (isInterrupted(collected)) return interrupted;
    assertAnswered(collected);
    const save = (next: QueueState) =>
      writeFiles([{ path: statePath, content: `${JSON.stringify(next)}\n` }]);
    if (args.collect) {
      writeFiles([{ path: args.collect, content: `${JSON.stringify(collected, null, 1)}\n` }]);
      save(run.state);
      return 0;
    }
    const found = outcomes(tools, sources, collected, today());
    for (const line of foundLines(found)) console.log(line);
    let next = run.state;
    let reported = found;
    if (args.apply) {
      const { ids, queue } = await writeOutcomes(data, found, atMost, state.written);
      console.log(`${ids.length} tools written`);
      next = { ...next, written: queue };
      // What the limit left for another run is not written.
      reported = found.map((each) => (ids.includes(each.before.id) ? each : { ...each, written: [] }));
    }
    if (args.report) writeReport(args.report, collected, reported, sources);
    if (!args.from || args.apply) save(next);
    return 0;
  },
});

/** A tool as its file has it, checked but not rebuilt, so that what does not change keeps its order. */
function toolAsWritten(file: ReturnType<typeof readToolFiles>[number]): Tool {
  readTool(file);
  return file.json as Tool;
}

function askedLines({ sources }: Collected, known: readonly Source[]): string[] {
  return sources
    .filter(({ wanted }) => wanted)
    .map(({ name, wanted, answers, requests, ms, stopped }) => {
      const title = known.find((source) => source.name === name)?.title ?? name;
      const rest = stopped ? `; ${stopped}` : '';
      return `${title}: ${answers.length} of ${wanted} answered, ${requests} requests, ${(ms / 1000).toFixed(1)} s${rest}`;
    });
}

function foundLines(found: readonly Outcome[]): string[] {
  const lines = found.flatMap(({ written, judgements, refused }) => [
    ...written.map(({ tool, path, says }) => `${tool}: ${path.join('.')}: ${says}`),
    ...judgements.map(({ tool, list, says }) => `${tool}: for a person: ${list}: ${says}`),
    ...refused.map((sentence) => `refused: ${sentence}`),
  ]);
  return [
    ...lines,
    `${found.filter(({ before, after }) => before !== after).length} tools with something new`,
  ];
}

function writeReport(
  path: string,
  collected: Collected,
  found: readonly Outcome[],
  sources: readonly Source[],
): void {
  writeFiles([
    { path, content: reportMarkdown(collected, found, sources) },
    {
      path: path.replace(/\.md$/, '.json'),
      content: `${JSON.stringify(reportJson(collected, found), null, 2)}\n`,
    },
  ]);
}

function isInterrupted({ sources }: Collected): boolean {
  return sources.some(({ stopped }) => stopped === 'Interrupted');
}

/** Throws where nobody answered, so that nothing is written then. */
function assertAnswered({ sources }: Collected): void {
  const inUse = sources.filter(({ wanted }) => wanted);
  if (inUse.length && inUse.every(({ answers }) => !answers.length)) throw new CliError('No source answered');
}
