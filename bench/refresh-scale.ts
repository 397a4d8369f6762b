import { collect } from '../cli/refresh/collect.ts';
import { outcomes } from '../cli/refresh/proposals.ts';
import { github } from '../cli/refresh/sources/github.ts';
import { syntheticTool } from '../cli/synthetic-tools.ts';
import { startGitHub } from '../harness/upstreams/github.ts';
import { compareSizes, type Row } from './report.ts';

const sizes = [208, 10_000];
// What GitHub grants a workflow's token for an hour, in points (docs.github.com/graphql, seen 2026-11).
const hourlyPoints = 1_000;

const titles = {
  requests: ['refresh: requests a tool of', ''],
  points: ['refresh: points a tool of', ''],
  share: [`refresh: share of an hour's ${hourlyPoints} points, tools:`, ''],
  ask: ['refresh: ask for a tool of', 'ms'],
  propose: ['refresh: propose and apply a tool of', 'ms'],
} as const;

/** A refresh of made-up tools against GitHub on loopback, each figure beside that of a catalog of our size. */
export function refreshScale(): Promise<Row[]> {
  return compareSizes(sizes, titles, measure);
}

async function measure(size: number): Promise<{ [name in keyof typeof titles]: number[] }> {
  const tools = Array.from({ length: size }, (_, number) => syntheticTool(number));
  const files = Object.fromEntries(
    Object.values(tools[0]!.sources).map(({ url }) => [url.split('/').at(-1)!, 'b'.repeat(40)]),
  );
  const played = await startGitHub((nameWithOwner) => ({
    nameWithOwner,
    releases: [{ tagName: 'v9.9.9', publishedAt: '2026-01-01T00:00:00Z' }],
    files: new Proxy(files, { get: (all, key: string) => all[key.split(':').at(-1)!] }),
  }));
  const { HULLMARK_UPSTREAM_GITHUB: address, GITHUB_TOKEN: token } = process.env;
  Object.assign(process.env, { HULLMARK_UPSTREAM_GITHUB: played.address, GITHUB_TOKEN: 'loopback' });
  try {
    const today = '2026-11-30';
    const { signal } = new AbortController();
    const state = { asked: {}, written: [] };
    const { collected } = await collect(tools, [github], { today, state, signal });
    const { requests, points, ms, wanted, answers, stopped } = collected.sources[0]!;
    if (answers.length !== wanted)
      throw new Error(`Only ${answers.length} of ${wanted} answered; ${stopped}`);
    if (points > hourlyPoints)
      throw new Error(`${size} tools cost ${points} of ${hourlyPoints} points an hour`);
    const started = performance.now();
    outcomes(tools, [github], collected, today);
    return {
      requests: [requests / size],
      points: [points / size],
      share: [points / hourlyPoints],
      ask: [ms / size],
      propose: [(performance.now() - started) / size],
    };
  } finally {
    Object.assign(process.env, { HULLMARK_UPSTREAM_GITHUB: address ?? '', GITHUB_TOKEN: token ?? '' });
    await played.close();
  }
}
