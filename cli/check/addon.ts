import { finish } from '../../scripts/setup/process.mjs';
import { toolFile } from '../../scripts/setup/tools.mjs';

interface Message {
  code: string;
  message: string;
  description: string;
  file?: string;
  line?: number;
}

/** What Mozilla's linter says of the Firefox build, but for one warning that every bundle with Preact gets. */
export async function addonProblems(): Promise<string> {
  const args = ['lint', '--no-config-discovery', '--source-dir', '.output/firefox-mv3', '--output', 'json'];
  const { text } = await finish(process.execPath, [toolFile('web-ext'), ...args]);
  const start = text.indexOf('{');
  if (start < 0) return text || 'web-ext said nothing';

  const { errors, warnings } = JSON.parse(text.slice(start)) as { errors: Message[]; warnings: Message[] };
  return [...errors, ...warnings.filter((warning) => !isPreactsOwn(warning))].map(line).join('\n');
}

/** Preact writes innerHTML for dangerouslySetInnerHTML; a rule in eslint.config.mjs keeps both out of our own code. */
function isPreactsOwn({ code, message }: Message) {
  return code === 'UNSAFE_VAR_ASSIGNMENT' && message.includes('innerHTML');
}

function line({ code, message, file, line }: Message) {
  return `${[file, line].filter(Boolean).join(':') || 'manifest'}: ${code}: ${message}`;
}
