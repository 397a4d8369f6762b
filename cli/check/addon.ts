import { x } from 'tinyexec';
import { root } from '../root.ts';

type Message = { code: string; message: string; file?: string; line?: number };

/** What Mozilla's linter reports of the Firefox build, but for one warning that every bundle with Preact gets. */
export async function addonProblems(): Promise<string> {
  const args = ['lint', '--no-config-discovery', '--source-dir', '.output/firefox-mv3', '--output', 'json'];
  const { stdout, stderr } = await x('web-ext', args, { nodeOptions: { cwd: root } });
  const start = stdout.indexOf('{');
  if (start < 0) return stdout + stderr || 'web-ext printed no report';

  const { errors, warnings } = JSON.parse(stdout.slice(start)) as Record<'errors' | 'warnings', Message[]>;
  return [...errors, ...warnings.filter((warning) => !isFromPreact(warning))].map(line).join('\n');
}

/** Preact writes innerHTML for dangerouslySetInnerHTML; a rule in eslint.config.mjs keeps both out of our own code. */
function isFromPreact({ code, message }: Message): boolean {
  return code === 'UNSAFE_VAR_ASSIGNMENT' && message.includes('innerHTML');
}

function line({ code, message, file, line }: Message): string {
  return `${[file, line].filter(Boolean).join(':') || 'manifest'}: ${code}: ${message}`;
}
