// `npm run new-site -- <address>`: the skeleton of a site's adapter, with examples and a saved page.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { askOnTerminal } from './prompt.ts';
import { CliError } from './cli-error.ts';
import { root } from './root.ts';
import { pageStyle, pageText } from './site/page-text.ts';
import { offered, questions, sitePlan, type SitePlan } from './site/site-plan.ts';
import { siteText } from './site/site-text.ts';
import { whatIsLeft } from './site/next-steps.ts';
import { indexWith, pagesMapWith } from './site/insert-site.ts';

const usage =
  'npm run new-site -- https://crates.io/crates/serde [--name crates] [--title crates.io] [--path crates/:name] [--id pkg:cargo/:name]';

try {
  await newSite(process.argv.slice(2));
} catch (error) {
  const { code, message } = error as Error & { code?: unknown };
  const isArguments = String(code).startsWith('ERR_PARSE_ARGS');
  if (!isArguments && !(error instanceof CliError)) throw error;
  console.error(isArguments ? `new-site: ${message}\n${usage}` : message);
  process.exitCode = error instanceof CliError ? error.exitCode : 2;
}

async function newSite(args: string[]) {
  const asText = { type: 'string' } as const;
  const options = Object.fromEntries([...questions, 'root' as const].map((option) => [option, asText]));
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [url, ...more] = positionals;
  if (!url || more.length) throw new CliError(`new-site: which address? As in: ${usage}`, 2);
  const given = Object.fromEntries(
    questions.flatMap((each) => (typeof values[each] === 'string' ? [[each, values[each]]] : [])),
  );
  // A wrong address is said before anything is asked.
  offered(url, given);
  const answers = await askOnTerminal('new-site', questions, given, (each, all) => offered(url, all)[each]);
  const plan = sitePlan(url, answers);
  await write(plan, typeof values.root === 'string' ? values.root : root);
  console.log(
    `Wrote sites/${plan.name}.ts and tests/pages/${plan.name}/, and added it to sites/index.ts and the tests’ pages-map.ts.`,
  );
  console.log(`Marks on ${plan.host} are off until somebody grants that host. Left to do:`);
  for (const line of whatIsLeft(plan, url)) console.log(`- ${line}`);
}

async function write(plan: SitePlan, folder: string) {
  const { name, identifier, title } = plan;
  const [index, map] = ['sites/index.ts', 'harness/pages-map.ts'].map((path) => join(folder, path));
  const [site, pages] = [`sites/${name}.ts`, `tests/pages/${name}`];
  for (const path of [site, pages])
    if (existsSync(join(folder, path)))
      throw new CliError(`new-site: ${path} exists already; choose another with --name`);
  const list = readFileSync(index!, 'utf8');
  if (new RegExp(`\\b${identifier}\\b`).test(list))
    throw new CliError(
      `new-site: ${identifier} is a word of sites/index.ts already; choose another with --name`,
    );

  const style = await resolveConfig(join(root, 'sites/index.ts'));
  const tidy = (text: string) => format(text, { ...style, parser: 'typescript' });
  writeFileSync(join(folder, site), await tidy(siteText(plan)));
  mkdirSync(join(folder, pages), { recursive: true });
  writeFileSync(join(folder, pages, 'page.html'), pageText(title));
  writeFileSync(join(folder, pages, 'style.css'), pageStyle);
  writeFileSync(index!, await tidy(indexWith(list, plan)));
  writeFileSync(map!, await tidy(pagesMapWith(readFileSync(map!, 'utf8'), plan)));
}
