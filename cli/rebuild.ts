// `npm run rebuild`: makes the stores' zips a second time from the zip of the sources, as a stranger would, and compares them byte by byte.
import { existsSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCommand } from 'citty';
import { x } from 'tinyexec';
import { sha256Of, zipNames } from './checksums.ts';
import { CliError } from './cli-error.ts';
import { root } from './root.ts';
import { runMain } from './run-command.ts';
import { withTemporaryFolder } from './temporary-folder.ts';
import { unzip } from './unzip.ts';

const builds = ['chrome', 'firefox', 'edge'];

export const rebuild = defineCommand({
  meta: {
    name: 'npm run rebuild --',
    description: 'Compares two builds of the zips, made under different conditions',
  },
  async run() {
    await zip(root, {});
    const problems = await withTemporaryFolder(async (folder) => {
      unzip(sources(), folder);
      symlinkSync(realpathSync(`${root}node_modules`), join(folder, 'node_modules'));
      await zip(folder, elsewhere());
      return differences(`${root}.output/`, join(folder, '.output/'));
    });
    for (const problem of problems) console.error(problem);
    if (problems.length) return 1;
    for (const name of zipNames(`${root}.output/`))
      console.log(`${sha256Of(`${root}.output/${name}`)}  .output/${name}`);
    console.log('Built twice: the same bytes');
    return 0;
  },
});

/** The zip of the sources that the first build has made. */
function sources(): string {
  return `${root}.output/${zipNames(`${root}.output/`).find((name) => name.endsWith('-sources.zip'))}`;
}

/** Another time zone, language and day. */
function elsewhere(): NodeJS.ProcessEnv {
  const clock = pathToFileURL(`${root}harness/clock-ahead.ts`).href;
  return {
    ...{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ...{ HULLMARK_DAYS_AHEAD: '400', NODE_OPTIONS: `--import ${clock}`, SOURCE_DATE_EPOCH: '' },
  };
}

async function zip(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  for (const browser of builds) {
    const nodeOptions = { cwd: folder, env };
    const { exitCode, stdout, stderr } = await x('wxt', ['zip', '-b', browser], { nodeOptions });
    if (exitCode !== 0) throw new CliError(`wxt zip -b ${browser} in ${folder}: ${stdout}${stderr}`);
  }
}

/** Each zip that only one folder has, or whose bytes differ. */
export function differences(one: string, other: string): string[] {
  const names = [one, other].map((folder) => (existsSync(folder) ? zipNames(folder) : []));
  return [...new Set(names.flat())].sort().flatMap((name) => {
    if (!names.every((each) => each.includes(name)))
      return [`${name} was made by one of the two builds only`];
    const [first, second] = [sha256Of(join(one, name)), sha256Of(join(other, name))];
    return first === second ? [] : [`${name} differs: ${first} and ${second}`];
  });
}

await runMain(import.meta.filename, rebuild);
