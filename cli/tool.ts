import { x } from 'tinyexec';
import { root } from './root.ts';

/** What a command of an installed package, or `node`, printed if it failed; nothing if it succeeded. */
export async function toolProblems(command: string, ...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await x(command, args, { nodeOptions: { cwd: root } });
  return exitCode === 0 ? '' : `${stdout}${stderr}`.trim() || `${command} ended with exit code ${exitCode}`;
}
