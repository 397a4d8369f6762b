import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Report } from '../../cli/night/report.ts';

export const project = process.cwd();
/** The tools of one job of the catalog, which name no other tool. */
const job = 'data-app';
const tools = ['chainlit', 'gradio', 'streamlit'];

const identity = { NAME: 'Night', EMAIL: 'night@hull.example' };
/** No setting of this machine, and a name for commits. */
export const gitEnv = {
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) =>
      Object.entries(identity).map(([key, value]) => [`GIT_${who}_${key}`, value]),
    ),
  ),
  // Git has the machine's own clock, which need not be that of a test.
  ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_DATE`, new Date().toISOString()])),
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
};

/** A folder with a remote and a clone of a small catalog, and git in any clone. */
export function nightFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'hullmark-night-'));
  const at = (name: string) => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const git = (where: string, ...args: string[]) =>
    execFileSync('git', ['-C', at(where), ...args], {
      ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      env: { ...process.env, ...gitEnv },
    }).trim();

  /** Data of three tools, and what else a night reads or writes. */
  function writeCatalog(where: string): void {
    const copy = (path: string) => {
      mkdirSync(dirname(at(`${where}/${path}`)), { recursive: true });
      cpSync(path, at(`${where}/${path}`));
    };
    ['reviewers', 'licenses', 'feed'].forEach((name) => copy(`data/${name}.json`));
    tools.forEach((id) => copy(`data/tools/${id}.json`));
    ['product.json', 'docs/methodology.md'].forEach(copy);
    const jobs = JSON.parse(readFileSync('data/jobs.json', 'utf8')) as Record<string, unknown>;
    writeFileSync(at(`${where}/data/jobs.json`), `${JSON.stringify({ [job]: jobs[job] }, null, 2)}\n`);
  }

  /** Commits all of a new clone, and makes it the remote's. */
  function begin(where: string): string {
    git(where, 'init', '--quiet', '--initial-branch=main');
    writeFileSync(at(`${where}/.git/info/exclude`), 'node_modules\n.wxt\n.output\n');
    git(where, 'add', '--all');
    git(where, 'commit', '--quiet', '--message', 'data: three tools');
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', at('remote.git')]);
    git('remote.git', 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    git(where, 'remote', 'add', 'origin', at('remote.git'));
    git(where, 'push', '--quiet', '--set-upstream', 'origin', 'main');
    return git(where, 'rev-parse', 'HEAD');
  }

  /** Changes a field of a tool's file in its text. */
  function setVersion(where: string, tool: string, version: string): void {
    const file = at(`${where}/data/tools/${tool}.json`);
    const text = readFileSync(file, 'utf8');
    const { facts } = JSON.parse(text) as { facts: { version: { value: string } } };
    writeFileSync(file, text.replace(`"value": "${facts.version.value}"`, `"value": "${version}"`));
  }

  return { folder, at, git, writeCatalog, begin, setVersion };
}

/** Links what `npm ci` would install, and the types that are made of it. */
export function install(workspace: string): void {
  symlinkSync(join(project, 'node_modules'), join(workspace, 'node_modules'));
  cpSync(join(project, '.wxt'), join(workspace, '.wxt'), { recursive: true });
  writeFileSync(join(workspace, '.git/info/exclude'), 'node_modules\n.wxt\n.output\n');
}

/** A report of a night; `more` replaces its parts. */
export function reportOf(more: Partial<Report> = {}): Report {
  const source = { name: 'github', asked: 3, answered: 3, failed: 0 };
  return { date: new Date().toISOString().slice(0, 10), sources: [source], proposals: [], ...more };
}
