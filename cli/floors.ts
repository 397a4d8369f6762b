// `npm run test:floors`: a few end-to-end tests in the oldest browsers that we promise.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { defineCommand } from 'citty';
import { x } from 'tinyexec';
import floors from '../floors.json' with { type: 'json' };
import { browsers, onPath, type BrowserName } from '../harness/find-browser.ts';
import { needBrowsers } from './browsers.ts';
import { build } from './build.ts';
import { CliError } from './cli-error.ts';
import { root } from './root.ts';
import { runMain } from './run-command.ts';
import { toolProblems } from './tool.ts';

/** Debian's packages of each browser, and the program in them. */
const packages: Record<BrowserName, { names: string[]; program: string; project: string }> = {
  chrome: {
    names: ['chromium', 'chromium-common'],
    program: 'usr/lib/chromium/chromium',
    project: 'e2e-chromium',
  },
  firefox: { names: ['firefox-esr'], program: 'usr/lib/firefox-esr/firefox-esr', project: 'e2e-firefox' },
};

/** The tests that are run, by file and title. */
const tests: Record<string, string[]> = {
  badge: [
    'on https://github.com/axolotl-ai-cloud/axolotl reads',
    'stands beside the name on https://pypi.org/project/axolotl/',
    'opens a card on hover that stays while it is hovered, and Esc closes it',
    'cannot be read or changed by the page',
  ],
  popup: ['shows verdict, facts, rival and scorecard of the page’s tool', 'can be used by keyboard alone'],
  compare: ['answers which one to ship with, then row by row'],
  'page-policy': ['lets a page of our own show what it shows, and a script in it reach nobody'],
  'feeds-life': [
    'is not fetched before its host is allowed, since Firefox would reveal the installation',
    'is found by its address, and followed after its fingerprint is confirmed',
    'shows a badge on a page that the bundled catalog does not cover, with the name of the feed',
  ],
};

export const testFloors = defineCommand({
  meta: { name: 'npm run test:floors --', description: 'Tests the build in the oldest browsers promised' },
  async run() {
    assertDebian();
    const names = Object.keys(packages) as BrowserName[];
    const programs = [];
    for (const name of names) programs.push([name, await floorBrowser(name)] as const);
    // What those programs need of the system comes with the installed ones.
    needBrowsers(...names);
    await build(...names);
    const problems = [];
    for (const [name, program] of programs) problems.push(...(await problemsIn(name, program)));
    for (const problem of problems) console.error(problem);
    return problems.length ? 1 : 0;
  },
});

function assertDebian(): void {
  const missing = ['apt-cache', 'apt-get', 'dpkg-deb'].filter((command) => !onPath(command).length);
  if (missing.length)
    throw new CliError(
      `${missing.join(' and ')} not found: the oldest browsers come from the packages of Debian 12`,
    );
}

/** The program of the oldest promised browser, downloaded and unpacked beside the installed one if need be. */
async function floorBrowser(name: BrowserName): Promise<string> {
  const { names, program } = packages[name];
  const floor = floors[name];
  const { stdout } = await x('apt-cache', ['madison', names[0]!]);
  const offered = [...new Set([...stdout.matchAll(/^\s*\S+ \| (\S+) \|/gm)].map(([, version]) => version!))];
  const version = offered.find((each) => each.startsWith(`${floor}.`));
  if (!version)
    throw new CliError(
      `${browsers[name].title} ${floor} is not among what apt offers (${offered.join(', ') || 'nothing'}): run apt-get update, or raise the floor in floors.json to a version that can be tested`,
    );
  const folder = `${root}.output/floors/${names[0]}-${version}`;
  if (!existsSync(`${folder}/${program}`)) await unpack(names, version, folder);
  const about = (await x(`${folder}/${program}`, ['--version'])).stdout.trim();
  if (!about.includes(` ${floor}.`)) throw new CliError(`${names[0]} ${version} calls itself "${about}"`);
  return `${folder}/${program}`;
}

async function unpack(names: string[], version: string, folder: string): Promise<void> {
  console.error(`Downloading ${names.join(' and ')} ${version}…`);
  const downloads = `${folder}/packages`;
  mkdirSync(downloads, { recursive: true });
  const wanted = names.map((name) => `${name}=${version}`);
  const options = { nodeOptions: { cwd: downloads } };
  const { exitCode, stderr } = await x('apt-get', ['download', '-qq', ...wanted], options);
  if (exitCode !== 0) throw new CliError(`apt-get download: ${stderr.trim()}`);
  for (const name of readdirSync(downloads)) {
    const problems = await toolProblems('dpkg-deb', '-x', `${downloads}/${name}`, folder);
    if (problems) throw new CliError(problems);
  }
}

type Report = { testResults: { assertionResults: { title: string; status: string; duration?: number }[] }[] };

/** What is wrong with a run in one browser: each test that did not pass, or that is no longer there. */
async function problemsIn(name: BrowserName, program: string): Promise<string[]> {
  const { title, variable } = browsers[name];
  const about = `${title} ${floors[name]}`;
  // A test of one browser alone says so in its title.
  const titles = Object.values(tests)
    .flat()
    .filter((each) => name === 'firefox' || !each.includes('Firefox'));
  const pattern = titles.map((each) => RegExp.escape(each)).join('|');
  const report = `${root}.output/floors-${name}.json`;
  const files = Object.keys(tests).map((each) => `tests/e2e/${each}.test.ts`);
  const args = [
    'run',
    '--project',
    packages[name].project,
    '-t',
    pattern,
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  // A report of an earlier run would stand in for one that broke off.
  rmSync(report, { force: true });
  console.error(`Testing in ${about}…`);
  const { stdout, stderr } = await x('vitest', [...args, ...files], {
    nodeOptions: { cwd: root, env: { [variable]: program } },
  });
  const { testResults } = readReport(report, stdout + stderr);
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = results.filter(({ status }) => status === 'passed');
  const missing = titles.filter((each) => !passed.some(({ title }) => title.startsWith(each)));
  console.log(`${about}: ${passed.length} tests passed, ${missing.length} did not`);
  return missing.map((each) => `${about}: "${each}" did not pass`);
}

function readReport(file: string, printed: string): Report {
  if (!existsSync(file)) throw new CliError(`Vitest wrote no report. ${printed.trim()}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

await runMain(import.meta.filename, testFloors);
