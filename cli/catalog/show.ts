import { defineCommand } from 'citty';
import { toolMarkdown } from '../../catalog/markdown.ts';
import { rivalsOf } from '../../catalog/rivals.ts';
import { summaryOf, type ToolSummary } from '../../catalog/tool-summary.ts';
import { CliError } from '../cli-error.ts';
import { dataFolder, readReference, readTools } from '../read-data.ts';
import { argument, dataArg, today } from '../values.ts';

const rivalsShown = 5;

/** An entry as a reader sees it, with its pages and its first rivals. */
export const show = defineCommand({
  meta: { name: 'show', description: 'Prints an entry as a reader sees it' },
  args: { id: argument('Id of a tool, such as axolotl'), ...dataArg },
  run({ args: { id, data: path } }) {
    const data = dataFolder(path);
    const reference = readReference(data);
    const tools = readTools(data);
    const tool = tools.find((one) => one.id === id || one.formerIds?.includes(id));
    if (!tool) throw new CliError(`"${id}" is not a tool of the catalog${suggestion(id, tools)}`);
    const all = tools.map((one) => summaryOf(one, reference, undefined));
    const rivals = rivalsOf(summaryOf(tool, reference, undefined), all).slice(0, rivalsShown);
    console.log(
      toolMarkdown(
        { ...tool, from: undefined, successors: tools.map((each) => ({ ...each, from: undefined })) },
        reference,
        today(),
      ),
    );
    console.log(`Found on: ${[...tool.pages, ...(tool.formerPages ?? [])].join(', ')}`);
    console.log(`Rivals first offered: ${rivals.map(nameAndStatus).join(', ') || 'none'}`);
  },
});

function nameAndStatus({ name, status }: ToolSummary): string {
  return status?.text ? `${name} (${status.text})` : name;
}

function suggestion(id: string, tools: readonly { id: string }[]): string {
  const close = tools.map((tool) => tool.id).filter((one) => one.includes(id) || id.includes(one));
  return close.length ? `; did you mean ${close.join(', ')}?` : '';
}
