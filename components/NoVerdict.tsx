import type { ToolSummary } from '../catalog/tool-summary.ts';
import { ToolSearch } from './ToolSearch.tsx';
import { SeenLast } from './SeenLast.tsx';

type Props = {
  /** Missing while the list is read; `count` says how long it is. */
  tools: readonly ToolSummary[] | undefined;
  count: number;
  seen: readonly ToolSummary[];
  jobName(job: string): string;
  onChoose(id: string): void;
  onClear(): void;
  onUndo?: (() => void) | undefined;
};

/** What the popup offers on a page that is no known tool: a search over all tools, and those seen last. */
export function NoVerdict({ tools, count, seen, jobName, onChoose, onClear, onUndo }: Props) {
  return (
    <>
      <SeenLast seen={seen} jobName={jobName} onChoose={onChoose} onClear={onClear} onUndo={onUndo} />
      <section>
        <h2>All tools</h2>
        <ToolSearch
          tools={tools}
          jobName={jobName}
          label={`Search ${count.toLocaleString('en')} tools`}
          autoFocus
          onChoose={onChoose}
        />
      </section>
    </>
  );
}
