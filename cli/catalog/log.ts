import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verdictChange } from '../../catalog/verdict.ts';
import { root } from '../root.ts';
import type { Command } from './command.ts';
import { toolHistory } from './tool-history.ts';

const page = new URL('../../docs/verdict-changes.md', import.meta.url);

/** Every change of a verdict since the beginning, read from the history of the tools' files; newest day first. */
export const log: Command = {
  takes: '[--repository DIR] [--write]',
  does: 'tells how verdicts changed',
  async run(args) {
    const options = { repository: { type: 'string', default: root }, write: { type: 'boolean' } } as const;
    const { values } = parseArgs({ args, options });
    const text = await changesMarkdown(values.repository);
    if (values.write) writeFileSync(page, text);
    else process.stdout.write(text);
    return 0;
  },
};

async function changesMarkdown(repository: string): Promise<string> {
  const days = new Map<string, string[]>();
  for (const { date, before, after } of await toolHistory(repository)) {
    const change = verdictChange(before, after);
    if (change) days.set(date, [...(days.get(date) ?? []), `${(after ?? before)!.name}: ${change}`]);
  }
  const sections = [...days]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([date, changes]) => `\n## ${date}\n\n${changes.map((change) => `- ${change}\n`).join('')}`);
  return `# How verdicts changed\n\nMade from the history of \`data/tools/\` by \`npm run catalog -- log --write\`.\n${sections.join('')}`;
}
