// `npm run new-site -- <address>`: the skeleton of a site's adapter, with examples and a saved page.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { format, resolveConfig } from 'prettier';
import { CliError } from './cli-error.ts';
import { problemIn, prompt, type Terminal } from './prompt.ts';
import { root } from './root.ts';
import { runMain } from './run-command.ts';
import { defaultAnswers, questions, sitePlan, type SiteAnswers, type SitePlan } from './site/site-plan.ts';
import { indexWith, pagesMapWith, pageText, siteText } from './site/site-text.ts';
import { flag, optionalArgument } from './values.ts';
import { writeFiles } from './write-files.ts';

const messages = {
  name: 'Name of its file in sites/',
  title: 'Its name as people write it',
  path: "Path of a tool's page; a part that begins with a colon varies from tool to tool",
  id: "Page id, which names each of the path's varying parts",
};

export const newSite = defineCommand({
  meta: { name: 'npm run new-site --', description: 'Starts the adapter of a site' },
  args: {
    url: optionalArgument("Address of one tool's page, such as https://hex.pm/packages/jason"),
    name: flag('hex', messages.name),
    title: flag('Hex', messages.title),
    path: flag('packages/:name', messages.path),
    id: flag('pkg:hex/:name', messages.id),
    root: flag('dir', 'Project folder to write to, if not this one'),
  },
  async run({ args, data }) {
    const terminal = data as Terminal | undefined;
    const message = "Address of one tool's page";
    const validate = (typed: string) => problemIn(() => defaultAnswers(typed, {}));
    const url = args.url ?? (await prompt({ message, validate }, terminal));
    if (!url) throw new CliError("The address of one tool's page is missing", 2);
    const answers: SiteAnswers = Object.fromEntries(questions.map((each) => [each, args[each]]));
    for (const each of questions) {
      const initialValue = defaultAnswers(url, answers)[each];
      const validate = (typed: string) => {
        const problem = problemIn(() => sitePlan(url, { ...answers, [each]: typed || undefined }));
        return problem?.startsWith(`--${each}:`) ? problem : undefined;
      };
      answers[each] ??= await prompt({ message: messages[each], initialValue, validate }, terminal);
    }
    const plan = sitePlan(url, answers);
    await write(plan, args.root ?? root);
    const written = `sites/${plan.name}.ts and tests/pages/${plan.name}/`;
    console.log(`Wrote ${written}, and added the site to sites/index.ts and harness/pages-map.ts.`);
    console.log(`Badges on ${plan.host} are off until somebody grants that host. Left to do:`);
    for (const step of nextSteps(plan, url)) console.log(`- ${step}`);
  },
});

const wwwStep =
  'The site has its pages under www., so access is asked for there; take www out if they are without it.';

/** What a person still has to do for a new site, one sentence a line. */
function nextSteps({ name, host, parts }: SitePlan, url: string): string[] {
  const where = parts[0]!.name
    ? `their first segments go into notOwners in sites/${name}.ts, one of each into its examples`
    : `one of each kind goes into the examples in sites/${name}.ts`;
  return [
    `Find the pages of ${host} that are not about one tool: ${where}.`,
    `Look at real pages: put where the name stands, and the month you saw it, into anchors, and the structure around it into tests/pages/${name}/page.html.`,
    `Put into pageTypes in sites/${name}.ts what kind of page it is, and into group where Settings lists it; both are in sites/site.ts.`,
    ...(new URL(url).hostname.startsWith('www.') ? [wwwStep] : []),
    'Run npm run catalog -- check, since a tool may have pages of its own on this host.',
    'Run npm test -- --project unit tests/unit/sites/examples.test.ts.',
  ];
}

async function write(plan: SitePlan, folder: string): Promise<void> {
  const { name, identifier, title } = plan;
  const index = join(folder, 'sites/index.ts');
  const [site, pages] = [`sites/${name}.ts`, `tests/pages/${name}`];
  for (const path of [site, pages])
    if (existsSync(join(folder, path)))
      throw new CliError(`${path} already exists; choose another name with --name`);
  const list = readFileSync(index, 'utf8');
  if (new RegExp(`\\b${identifier}\\b`).test(list))
    throw new CliError(`sites/index.ts already uses the word ${identifier}; choose another name with --name`);

  const style = await resolveConfig(join(root, 'sites/index.ts'));
  const formatted = (text: string) => format(text, { ...style, parser: 'typescript' });
  const unseen = (file: string) => readFileSync(join(root, 'tests/pages/unseen', file), 'utf8');
  const map = join(folder, 'harness/pages-map.ts');
  const files = {
    [join(folder, site)]: await formatted(siteText(plan)),
    [join(folder, pages, 'page.html')]: pageText(unseen('page.html'), title),
    [join(folder, pages, 'style.css')]: unseen('style.css'),
    [index]: await formatted(indexWith(list, plan)),
    [map]: await formatted(pagesMapWith(readFileSync(map, 'utf8'), plan)),
  };
  writeFiles(Object.entries(files).map(([path, content]) => ({ path, content })));
}

await runMain(import.meta.filename, newSite);
