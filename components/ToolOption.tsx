import type { ToolSummary } from '../catalog/tool-summary.ts';
import { countFromLetters, verdictInWords } from '../catalog/verdict.ts';
import { Ring } from './Ring.tsx';

type Props = { id: string; tool: ToolSummary; job: string; isActive: boolean; onChoose(): void };

/** A tool in a list of choices: its ring, name and job. */
export function ToolOption({ id, tool, job, isActive, onChoose }: Props) {
  const count = countFromLetters(tool.votes);
  return (
    <li id={id} role="option" aria-selected={isActive} onClick={onChoose}>
      <Ring votes={count ? tool.votes : ''} size={18} />
      <b>{tool.name}</b>
      <span class="hidden">, {verdictInWords(count)}</span>
      <span class="r">{job}</span>
    </li>
  );
}
