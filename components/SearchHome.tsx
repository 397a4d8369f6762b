import type { ToolSummary } from '../catalog/tool-summary.ts';
import { ToolSearch } from './ToolSearch.tsx';
import { RecentTools } from './RecentTools.tsx';

type Props = {
  /** Missing while they are loaded; `count` is how many there are. */
  tools: readonly ToolSummary[] | undefined;
  count: number;
  recent: readonly ToolSummary[];
  jobName(job: string): string;
  onChoose(id: string): void;
  onClear(): void;
  onUndo?: (() => void) | undefined;
};

/** What the popup offers where the page is not a tool the catalog has: a search, and the tools opened last. */
export function SearchHome({ tools, count, recent, jobName, onChoose, onClear, onUndo }: Props) {
  return (
    <>
      <RecentTools {...{ recent, jobName, onChoose, onClear, onUndo }} />
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
