import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageFile from '../../package.json' with { type: 'json' };

type Step = { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> };
type Permissions = Record<string, 'read' | 'write' | 'none'>;
type Job = {
  permissions?: Permissions;
  environment?: string | { name: string };
  'timeout-minutes'?: number;
  steps: Step[];
};
type Workflow = {
  on: Record<string, unknown>;
  permissions: Permissions;
  concurrency?: unknown;
  jobs: Record<string, Job>;
};

const folder = '.github/workflows/';
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(folder + name, 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([job, definition]) => ({
    at: `${name}: ${job}`,
    ...{ name, job, definition, workflow },
    granted: definition.permissions ?? workflow.permissions,
  })),
);
const steps = jobs.flatMap(({ at, definition }) => definition.steps.map((step) => ({ at, ...step })));
const writes = ({ granted }: { granted: Permissions }) => Object.values(granted).includes('write');

it('there are the workflows that docs and tests speak of', () => {
  expect(workflows.map(({ name }) => name).sort()).toEqual([
    'ci.yml',
    'refresh.yml',
    'release.yml',
    'watch.yml',
  ]);
});

describe('every workflow', () => {
  it('calls only npm scripts and files that exist', () => {
    const commands = steps.flatMap(({ at, run = '' }) =>
      [...run.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(test)\b)/g)].map(([, name, test]) => [
        at,
        name ?? test,
      ]),
    );
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter(([, name]) => !Object.hasOwn(packageFile.scripts, name!))).toEqual([]);
    const files = steps.flatMap(
      ({ run = '' }) => run.match(/(?<![\w/.$"])(?:cli|\.github|harness)\/[\w./-]+/g) ?? [],
    );
    expect(files).toContain('cli/night/push.sh');
    expect(files.filter((file) => !existsSync(file) || !(statSync(file).mode & 0o100))).toEqual([]);
  });
  it('calls only subcommands and flags that exist', async () => {
    const { catalog } = await import('../../cli/catalog.ts');
    const { night } = await import('../../cli/night.ts');
    const programs: Record<string, { subCommands?: unknown }> = { catalog, night };
    const calls = steps.flatMap(({ run = '' }) => [
      ...run.matchAll(/npm run (catalog|night) -- ([\w-]+)([^\n]*)/g),
    ]);
    expect(calls.length).toBeGreaterThan(6);
    for (const [line, program = '', name = '', rest = ''] of calls) {
      const all = programs[program]!.subCommands as Record<
        string,
        (() => Promise<{ args?: object }>) | undefined
      >;
      const command = await all[name]?.();
      expect([line, command]).toEqual([line, expect.anything()]);
      const flags = [...rest.matchAll(/ --([\w-]+)/g)].map(([, flag]) => flag);
      expect(Object.keys(command?.args ?? {})).toEqual(expect.arrayContaining(flags));
    }
  });
  it('pins each action by its commit and names the version', () => {
    const used = workflows.flatMap(({ text }) => text.match(/uses: .*/g) ?? []);
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((each) => !/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual([]);
    // The same version of an action has the same commit everywhere.
    const versions = used.map((each) => each.replace(/@[0-9a-f]+/, ''));
    expect(new Set(used).size).toBe(new Set(versions).size);
  });
  it('says what each job may do, and for how long', () => {
    expect(jobs.filter(({ definition }) => !definition['timeout-minutes']).map(({ at }) => at)).toEqual([]);
    const vague = jobs.filter(
      ({ granted }) => typeof granted !== 'object' || Object.keys(granted).length === 0,
    );
    expect(vague.map(({ at }) => at)).toEqual([]);
  });
  it('gives no more than read to the whole, and to pull requests no secret', () => {
    for (const { name, text, workflow } of workflows) {
      expect([name, Object.values(workflow.permissions).filter((each) => each !== 'read')]).toEqual([
        name,
        [],
      ]);
      expect([name, Object.keys(workflow.on)]).not.toEqual([
        name,
        expect.arrayContaining(['pull_request_target']),
      ]);
      if ('pull_request' in workflow.on) expect(text).not.toMatch(/secrets\.|github\.token|GITHUB_TOKEN/);
      expect([name, workflow.concurrency]).toEqual([name, expect.anything()]);
    }
  });
  it('writes in few jobs, and installs no package there', () => {
    expect(
      Object.fromEntries(
        jobs
          .filter(writes)
          .map(({ at, granted }) => [at, Object.keys(granted).filter((key) => granted[key] === 'write')]),
      ),
    ).toEqual({
      'refresh.yml: commit': ['contents', 'pull-requests'],
      'refresh.yml: publish': ['pages', 'id-token'],
      'release.yml: draft': ['contents', 'id-token', 'attestations'],
      'watch.yml: say': ['issues'],
    });
    for (const { at, definition } of jobs.filter(writes))
      expect([at, definition.steps.filter(({ run = '' }) => /\b(?:npm|npx|node)\b/.test(run))]).toEqual([
        at,
        [],
      ]);
  });
  it('shows a secret only to a job in an environment, and a token only to a step', () => {
    for (const { at, definition, job, workflow } of jobs) {
      const text = JSON.stringify({ ...definition, steps: undefined });
      expect([at, text]).toEqual([at, expect.not.stringMatching(/secrets\.|github\.token/)]);
      if (JSON.stringify(definition.steps).includes('secrets.'))
        expect([at, definition.environment]).toEqual([at, expect.anything()]);
      expect(JSON.stringify({ ...workflow, jobs: undefined })).not.toMatch(/secrets\./);
      const keeps = definition.steps.filter(
        ({ uses, with: given }) => uses?.includes('/checkout@') && given?.['persist-credentials'] !== false,
      );
      expect([at, keeps.length]).toEqual([at, job === 'commit' ? 1 : 0]);
    }
  });
  it('puts no text from outside into a command', () => {
    const inline = steps.filter(({ run = '' }) => run.includes('${{'));
    expect(inline.map(({ at, run }) => [at, run])).toEqual([]);
  });
  it('compares what one job hands to the next', () => {
    for (const { at, definition } of jobs) {
      const fetched = definition.steps.findIndex(({ uses }) => uses?.includes('/download-artifact@'));
      if (fetched < 0) continue;
      expect([at, definition.steps[fetched + 1]?.run]).toEqual([
        at,
        expect.stringContaining('sha256sum --check'),
      ]);
      expect(definition.steps[fetched + 1]?.env?.SHA256).toMatch(/^\$\{\{ needs\.\w+\.outputs\.sha256 \}\}$/);
    }
  });
});
