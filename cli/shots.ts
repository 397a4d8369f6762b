// `npm run shots`: every view and state of the built extension in every look, as pictures on one page.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { defineCommand } from 'citty';
import { startFakeWeb } from '../harness/fake-web.ts';
import { followHardTools } from '../harness/hard-tools.ts';
import { useLargeScreen } from '../harness/large-screen.ts';
import { launch } from '../harness/launch.ts';
import { looks, type LookName } from '../harness/looks.ts';
import { buildOf } from '../harness/target.ts';
import { views } from '../harness/views.ts';
import { closeWelcomePage } from '../harness/welcome-pages.ts';
import { needBrowsers } from './browsers.ts';
import { build } from './build.ts';
import { CliError } from './cli-error.ts';
import { root } from './root.ts';
import { runMain } from './run-command.ts';
import { picturesOf, shotsPage, type Row } from './shots/pictures.ts';
import { flag, oneOf, optionalArgument } from './values.ts';

const folder = `${root}.output/shots/views/`;

export const shots = defineCommand({
  meta: { name: 'npm run shots --', description: 'Takes a picture of each view in each look' },
  args: {
    view: optionalArgument('Only views whose name has this in it, such as popup'),
    look: flag('look', `Only this look: ${Object.keys(looks).join(', ')}`),
    build: flag('dir', 'Folder of a build to look at, if none is to be made'),
  },
  async run({ args }) {
    const look =
      args.look === undefined ? undefined : oneOf('--look', args.look, Object.keys(looks) as LookName[]);
    const wanted = views.filter(({ name }) => name.includes(args.view ?? ''));
    if (wanted.length === 0) throw new CliError(`VIEW: "${args.view}" is in no view's name`, 2);
    needBrowsers('chrome');
    if (!args.build) await build('chrome');
    const rows = await taken(wanted, look, args.build ?? buildOf('chrome-mv3'));
    writeFileSync(`${folder}index.html`, shotsPage(rows));
    const failed = rows.filter(({ error }) => error);
    for (const { name, error } of failed) console.error(`${name}: ${error}`);
    console.log(`${rows.length - failed.length} views: ${pathToFileURL(`${folder}index.html`).href}`);
    return failed.length > 0 ? 1 : 0;
  },
});

async function taken(wanted: typeof views, look: LookName | undefined, directory: string): Promise<Row[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const web = await startFakeWeb();
  try {
    const extension = await launch('chrome-mv3', web, { directory });
    try {
      await closeWelcomePage(extension);
      await useLargeScreen(extension);
      await followHardTools(extension, web);
      const rows: Row[] = [];
      for (const view of wanted) rows.push(await picturesOf(view, look, { extension, web, folder }));
      return rows;
    } finally {
      await extension.close();
    }
  } finally {
    await web.close();
  }
}

await runMain(import.meta.filename, shots);
