// `node cli/build.ts chrome firefox`: builds for these browsers at once, and shows what WXT prints only if it fails.
import { defineCommand } from 'citty';
import { CliError } from './cli-error.ts';
import { runMain } from './run-command.ts';
import { toolProblems } from './tool.ts';
import { argument, oneOf } from './values.ts';

const builds = ['chrome', 'firefox', 'edge'] as const;

export const buildCommand = defineCommand({
  meta: { name: 'node cli/build.ts', description: 'Builds the extension into .output' },
  args: { '...browsers': argument(builds.join(', ')) },
  run: ({ args: { _: browsers } }) => build(...browsers.map((name) => oneOf('BROWSERS', name, builds))),
});

/** Builds for browsers by WXT's names; throws with what WXT printed where that fails. */
export async function build(...browsers: string[]): Promise<void> {
  console.error(`Building the extension for ${browsers.join(' and ')}…`);
  const problems = await buildProblems(...browsers);
  if (problems) throw new CliError(problems);
}

/** The same, and hands back what WXT printed where it failed. */
export async function buildProblems(...browsers: string[]): Promise<string> {
  const problems = await Promise.all(browsers.map((browser) => toolProblems('wxt', 'build', '-b', browser)));
  return problems.filter(Boolean).join('\n');
}

await runMain(import.meta.filename, buildCommand);
