// `npm run new-site -- <address>`: the skeleton of a site's adapter, with examples and a saved page.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { format, resolveConfig } from 'prettier';
import { CliError } from './cli-error.ts';
import { problemIn, promptForMissing, type Terminal } from './prompt.ts';
import { root } from './root.ts';
import { runMain } from './run-command.ts';
import { argument, flag } from './values.ts';
import { nextSteps } from './site/next-steps.ts';
import { defaultAnswers, questions, sitePlan, type SitePlan } from './site/site-plan.ts';
import { indexWith, pagesMapWith, pageStyle, pageText, siteText } from './site/site-text.ts';

const messages = {
  name: 'Name of its file in sites/',
  title: 'Its name as people write it',
  path: "Path of a tool's page; a part that begins with a colon varies from tool to tool",
  id: "Page id, which names each of the path's varying parts",
};

export const newSite = defineCommand({
  meta: { name: 'npm run new-site --', description: 'Starts the adapter of a site' },
  args: {
    url: {
      ...argument("Address of one tool's page, such as https://crates.io/crates/serde"),
      required: false,
    },
    name: flag('crates', messages.name),
    title: flag('crates.io', messages.title),
    path: flag('crates/:name', messages.path),
    id: flag('pkg:cargo/:name', messages.id),
    root: flag('dir', 'Project folder to write to, if not this one'),
  },
  async run({ args, data }) {
    const terminal = data as Terminal | undefined;
    const { url } = await promptForMissing(
      ['url'],
      { url: args.url },
      () => ({
        message: "Address of one tool's page",
        validate: (typed) => problemIn(() => defaultAnswers(typed, {})),
      }),
      terminal,
    );
    if (!url) throw new CliError("The address of one tool's page is missing", 2);
    const given = Object.fromEntries(questions.map((each) => [each, args[each]]));
    // A wrong address ends it before anything is asked.
    defaultAnswers(url, given);
    const answers = await promptForMissing(
      questions,
      given,
      (each, all) => ({
        message: messages[each],
        initialValue: defaultAnswers(url, all)[each],
        validate(typed) {
          const problem = problemIn(() => sitePlan(url, { ...all, [each]: typed || undefined }));
          return problem?.startsWith(`--${each}:`) ? problem : undefined;
        },
      }),
      terminal,
    );
    const plan = sitePlan(url, answers);
    await write(plan, args.root ?? root);
    console.log(
      `Wrote sites/${plan.name}.ts and tests/pages/${plan.name}/, and added the site to sites/index.ts and harness/pages-map.ts.`,
    );
    console.log(`Badges on ${plan.host} are off until somebody grants that host. Left to do:`);
    for (const step of nextSteps(plan, url)) console.log(`- ${step}`);
  },
});

async function write(plan: SitePlan, folder: string): Promise<void> {
  const { name, identifier, title } = plan;
  const [index, map] = [join(folder, 'sites/index.ts'), join(folder, 'harness/pages-map.ts')];
  const [site, pages] = [`sites/${name}.ts`, `tests/pages/${name}`];
  for (const path of [site, pages])
    if (existsSync(join(folder, path)))
      throw new CliError(`${path} already exists; choose another name with --name`);
  const list = readFileSync(index, 'utf8');
  if (new RegExp(`\\b${identifier}\\b`).test(list))
    throw new CliError(`sites/index.ts already uses the word ${identifier}; choose another name with --name`);

  const style = await resolveConfig(join(root, 'sites/index.ts'));
  const formatted = (text: string) => format(text, { ...style, parser: 'typescript' });
  writeFileSync(join(folder, site), await formatted(siteText(plan)));
  mkdirSync(join(folder, pages), { recursive: true });
  writeFileSync(join(folder, pages, 'page.html'), pageText(title));
  writeFileSync(join(folder, pages, 'style.css'), pageStyle);
  writeFileSync(index, await formatted(indexWith(list, plan)));
  writeFileSync(map, await formatted(pagesMapWith(readFileSync(map, 'utf8'), plan)));
}

await runMain(import.meta.filename, newSite);
