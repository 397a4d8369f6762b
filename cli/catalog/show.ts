import { parseArgs } from 'node:util';
import { toolMarkdown } from '../../catalog/markdown.ts';
import { rivalsOf } from '../../catalog/rivals.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import { dataFolder, readReference } from '../read-data.ts';
import { CliError } from '../cli-error.ts';
import type { Command } from './command.ts';
import { readTools } from './read-tools.ts';

const rivalsShown = 5;

/** An entry as a reader sees it, with the pages it is found on and the rivals it is offered with. */
export const show: Command = {
  takes: 'ID [--data DIR]',
  does: 'prints an entry as a reader sees it',
  run(args) {
    const options = { data: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length !== 1) throw new CliError('show: which tool? As in: show axolotl', 2);
    const data = dataFolder(values.data);
    const reference = readReference(data);
    const tools = readTools(data);
    const [id] = positionals;
    const tool = tools.find((one) => one.id === id || one.formerIds?.includes(id!));
    if (!tool) throw new CliError(`show: "${id}" is no tool of the catalog${nearest(id!, tools)}`);
    const all = tools.map((one) => summaryOf(one, reference));
    const rivals = rivalsOf(summaryOf(tool, reference), all).slice(0, rivalsShown);
    console.log(toolMarkdown(tool, reference));
    console.log(`Found on: ${[...tool.pages, ...(tool.formerPages ?? [])].join(', ')}`);
    console.log(`Rivals first offered: ${rivals.map(({ name }) => name).join(', ') || 'none'}`);
    return 0;
  },
};

function nearest(id: string, tools: readonly { id: string }[]): string {
  const close = tools.map((tool) => tool.id).filter((one) => one.includes(id) || id.includes(one));
  return close.length ? `; is it ${close.join(', ')}?` : '';
}
