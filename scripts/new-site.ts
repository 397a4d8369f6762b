// `npm run new-site -- <address>`: the skeleton of a site's adapter, its examples and its saved page.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { authoredTool } from '../catalog/tool-schema.ts';
import { root, Stop } from './setup/process.mjs';
import { pageStyle, pageText } from './site/page-text.ts';
import { offered, questions, sitePlan, type SiteAnswers } from './site/site-plan.ts';
import { siteText } from './site/site-text.ts';
import { indexWith, pagesMapWith } from './site/with-site.ts';

const usage =
  'npm run new-site -- https://crates.io/crates/serde [--name crates] [--title crates.io] [--path crates/:name] [--id pkg:cargo/:name]';

try {
  await newSite(process.argv.slice(2));
} catch (error) {
  const { code, message } = error as Error & { code?: unknown };
  const isArguments = String(code).startsWith('ERR_PARSE_ARGS');
  if (!isArguments && !(error instanceof Stop)) throw error;
  console.error(isArguments ? `new-site: ${message}\n${usage}` : message);
  process.exitCode = error instanceof Stop ? error.code : 2;
}

async function newSite(args: string[]) {
  const asText = { type: 'string' } as const;
  const options = Object.fromEntries([...questions, 'root' as const].map((option) => [option, asText]));
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length !== 1) throw new Stop(`new-site: which address? As in: ${usage}`, 2);
  const url = positionals[0]!;
  const answers = Object.fromEntries(
    questions.flatMap((question) =>
      typeof values[question] === 'string' ? [[question, values[question]]] : [],
    ),
  );
  offered(url, answers);
  const plan = sitePlan(url, await asked(url, answers));
  const place = (path: string) => join(typeof values.root === 'string' ? values.root : root, path);
  const files = { index: 'sites/index.ts', map: 'tests/e2e/harness/pages-map.ts' };
  const index = readFileSync(place(files.index), 'utf8');
  const folder = `tests/pages/${plan.name}`;
  for (const path of [`sites/${plan.name}.ts`, folder])
    if (existsSync(place(path))) throw new Stop(`${path} exists already; choose another with --name`);
  if (new RegExp(`\\b${plan.identifier}\\b`).test(index))
    throw new Stop(`${plan.identifier} is a word of sites/index.ts already; choose another with --name`);

  const style = await resolveConfig(join(root, files.index));
  const tidy = (text: string) => format(text, { ...style, parser: 'typescript' });
  const map = readFileSync(place(files.map), 'utf8');
  mkdirSync(place(folder), { recursive: true });
  writeFileSync(place(`sites/${plan.name}.ts`), await tidy(siteText(plan)));
  writeFileSync(place(`${folder}/page.html`), pageText(plan.title));
  writeFileSync(place(`${folder}/style.css`), pageStyle);
  writeFileSync(place(files.index), await tidy(indexWith(index, plan)));
  writeFileSync(place(files.map), await tidy(pagesMapWith(map, plan)));
  console.log(report(plan, url));
}

async function asked(url: string, given: SiteAnswers): Promise<SiteAnswers> {
  if (!process.stdin.isTTY) return given;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers = { ...given };
  try {
    for (const question of questions) {
      if (answers[question] !== undefined) continue;
      const answer = await terminal.question(`${question} (${offered(url, answers)[question]}): `);
      if (answer.trim()) answers[question] = answer.trim();
    }
  } catch {
    // Ctrl-C and Ctrl-D end the questions as an error.
    throw new Stop('\nnew-site: stopped; nothing was written', 130);
  } finally {
    terminal.close();
  }
  return answers;
}

function report({ name, host, parts, id }: ReturnType<typeof sitePlan>, url: string): string {
  const type = /^pkg:[a-z\d.-]+/.exec(id)?.[0];
  const isKnown = authoredTool.shape.pages.safeParse([
    id.replace(/:(?!.*\/.*:)[a-zA-Z]+$|:[a-zA-Z]+/g, 'x'),
  ]).success;
  const rest = [
    `Say in sites/${name}.ts which pages of ${host} are about no tool${parts[0]!.name ? ' (notOwners)' : ''}, with an example of each.`,
    'Look at real pages; put the places of the name into `anchors` with the month, and their structure into page.html.',
    ...(type && !isKnown
      ? [`${type} is new: add it to pageIds(), viaOf and leadsBack as CONTRIBUTING.md says.`]
      : []),
    ...(new URL(url).hostname.startsWith('www.')
      ? [
          `Its pages lie under www.: the right is asked for on the page itself, by the popup, and not under Sites.`,
        ]
      : []),
    'Run npm test -- --project unit tests/unit/sites.test.ts',
  ];
  return [
    `Wrote sites/${name}.ts and tests/pages/${name}/, and added ${host} to sites/index.ts and the tests' web. Its marks are off until granted.`,
    'Left to do:',
    ...rest.map((line, at) => `  ${at + 1}. ${line}`),
  ].join('\n');
}
