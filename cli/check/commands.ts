import { finish } from '../../scripts/setup/process.mjs';
import { toolFile } from '../../scripts/setup/tools.mjs';

/** What a command of an installed package printed, if it failed. */
export async function toolProblems(name: string, ...args: string[]): Promise<string> {
  return nodeProblems(toolFile(name), ...args);
}

/** What a script printed, if it failed. */
export async function nodeProblems(file: string, ...args: string[]): Promise<string> {
  const { code, text } = await finish(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    file,
    ...args,
  ]);
  return code === 0 ? '' : text.trim() || `${file} ended with exit code ${code}`;
}

/** What WXT printed where a build failed; each is tried, so that no later check reads an older one. */
export async function buildProblems(...browsers: string[]): Promise<string> {
  const problems = [];
  for (const browser of browsers) problems.push(await toolProblems('wxt', 'build', '-b', browser, '--mv3'));
  return problems.filter(Boolean).join('\n');
}
