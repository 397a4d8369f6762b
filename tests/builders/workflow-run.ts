import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

type Step = {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string | number | boolean>;
  env?: Record<string, string>;
  'working-directory'?: string;
};
type Job = {
  needs?: string | string[];
  if?: string;
  env?: Record<string, string>;
  outputs?: Record<string, string>;
  steps: Step[];
};
type Values = Record<string, unknown>;

/** A machine for workflows: where it works, the remote it clones, its secrets, and what each command finds in its environment. */
type Machine = {
  folder: string;
  remote: string;
  secrets: Record<string, string>;
  env: NodeJS.ProcessEnv;
  /** Does what `npm ci` would, in a fresh clone. */
  install: (workspace: string) => void;
  /** Lines that are left out. */
  skip?: RegExp;
  /** Changes an artifact on its way from job to job. */
  onArtifact?: (folder: string) => void;
};

/**
 * Runs the jobs of a workflow as GitHub does, each in a clone of its own, with the `run:` lines as they are. Of actions it knows
 * those of checkout, artifacts and Pages, whose site ends in `published/`. A job whose command fails ends the run, and is named.
 */
export async function runWorkflow(file: string, machine: Machine): Promise<{ failed?: string; log: string }> {
  const { jobs } = parse(readFileSync(file, 'utf8')) as { jobs: Record<string, Job> };
  const results: Record<string, { outputs: Record<string, string> }> = {};
  let log = '';
  for (const [name, job] of Object.entries(jobs)) {
    const needs = [job.needs ?? []].flat();
    // GitHub skips what needs a skipped job.
    if (needs.some((each) => !results[each])) continue;
    const values: Values = {
      github: {
        ref: 'refs/heads/main',
        ref_name: 'main',
        token: 'token-of-the-run',
        repository: 'acme/hull',
      },
      needs: results,
      secrets: machine.secrets,
    };
    if (job.if && !isTrue(job.if, values)) continue;
    const { outputs, output, failed } = await runJob(job, machine, values);
    log += output;
    if (failed) return { failed: `${name}: ${failed}`, log };
    results[name] = { outputs };
  }
  return { log };
}

async function runJob(job: Job, machine: Machine, values: Values) {
  const temporary = mkdtempSync(join(machine.folder, 'runner-'));
  const workspace = join(temporary, 'work');
  mkdirSync(workspace);
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const all = { ...values, steps, runner: { temp: temporary } };
  const filled = (record: Record<string, unknown> = {}) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, expanded(String(value), all)]));
  let output = '';
  for (const { id, uses, run = '', ...step } of job.steps) {
    const outputs: Record<string, string> = {};
    if (uses) useAction(uses, filled(step.with), machine, workspace);
    else if (run.trim() === 'npm ci') machine.install(workspace);
    else if (machine.skip?.test(run)) continue;
    else {
      const file = join(temporary, 'output');
      writeFileSync(file, '');
      const files = { GITHUB_OUTPUT: file, GITHUB_STEP_SUMMARY: join(temporary, 'summary') };
      const github = { GITHUB_WORKSPACE: workspace, GITHUB_REF_NAME: 'main', RUNNER_TEMP: temporary };
      const env = { ...machine.env, ...files, ...github, ...filled(job.env), ...filled(step.env) };
      const cwd = step['working-directory'] ? expanded(step['working-directory'], all) : workspace;
      const { code, text } = await shell(run, cwd, env);
      output += `$ ${run.trim()}\n${text}`;
      if (code !== 0) return { failed: run.trim(), output, outputs };
      for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
        const at = line.indexOf('=');
        outputs[line.slice(0, at)] = line.slice(at + 1);
      }
    }
    if (id) steps[id] = { outputs };
  }
  return { output, outputs: filled(job.outputs) };
}

function useAction(uses: string, given: Record<string, string>, machine: Machine, workspace: string): void {
  const [action = ''] = uses.split('@');
  const artifact = (name = '') => join(machine.folder, 'artifacts', name);
  const { name, path = '' } = given;
  if (action === 'actions/setup-node') return;
  if (action === 'actions/checkout') return checkOut(given, machine.remote, workspace);
  const cache = join(machine.folder, 'cache');
  if (action === 'actions/cache/save') return replace(path, cache);
  if (action === 'actions/cache/restore') return existsSync(cache) ? replace(cache, path) : undefined;
  if (action === 'actions/download-artifact') return cpSync(artifact(name), path, { recursive: true });
  if (action === 'actions/deploy-pages')
    return replace(artifact('github-pages'), join(machine.folder, 'published'));
  if (action !== 'actions/upload-artifact' && action !== 'actions/upload-pages-artifact')
    throw new Error(`This machine does not know ${action}`);
  const to = artifact(name ?? 'github-pages');
  if (!existsSync(path)) throw new Error(`There is no ${path} to upload`);
  replace(path, statSync(path).isDirectory() ? to : join(to, basename(path)));
  machine.onArtifact?.(to);
}

function replace(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

function checkOut(
  { ref = 'main', ...given }: Record<string, string>,
  remote: string,
  workspace: string,
): void {
  const git = (...args: string[]) => execFileSync('git', ['-C', workspace, ...args], { stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch=nothing');
  git('remote', 'add', 'origin', `file://${remote}`);
  const isWhole = given['fetch-depth'] === '0';
  if (isWhole) git('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*');
  else git('fetch', '--quiet', '--depth=1', 'origin', ref);
  git(
    'checkout',
    '--quiet',
    '--detach',
    isWhole && ref.startsWith('refs/heads/')
      ? ref.replace('heads', 'remotes/origin')
      : isWhole
        ? ref
        : 'FETCH_HEAD',
  );
}

/** `${{ a.b.c }}` replaced by what it names; throws at anything else between the braces. */
function expanded(text: string, values: Values): string {
  return text
    .replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, path: string) => valueAt(path, values))
    .replace(/\$\{\{.*/, (rest) => {
      throw new Error(`This machine does not know ${rest}`);
    });
}

function valueAt(path: string, values: Values): string {
  const value = path.split('.').reduce<unknown>((from, key) => (Object(from) as Values)[key], values);
  return typeof value === 'string' ? value : '';
}

function isTrue(condition: string, values: Values): boolean {
  const [, path = '', sign, text] = /^([\w.-]+) (==|!=) '(.*)'$/.exec(condition) ?? [];
  if (!sign) throw new Error(`This machine does not know ${condition}`);
  return (valueAt(path, values) === text) === (sign === '==');
}

// As GitHub starts a `run:` line on Linux without a shell of its own.
async function shell(
  script: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; text: string }> {
  const child = spawn('bash', ['-e', '-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  return { code, text };
}
