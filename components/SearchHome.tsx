import { useMemo } from 'preact/hooks';
import { popularFirst } from '../catalog/search.ts';
import type { ToolSummary } from '../catalog/tool-summary.ts';
import { RecentTools } from './RecentTools.tsx';
import { ToolSearch } from './ToolSearch.tsx';
import type { FindLink } from './use-link.ts';

type Props = {
  /** Missing while they are loaded; `count` is how many there are. */
  tools: readonly ToolSummary[] | undefined;
  count: number;
  recent: readonly ToolSummary[];
  jobName(job: string): string;
  findLink: FindLink;
  onChoose(id: string, page?: string): void;
  onClear(): void;
  onUndo?: (() => void) | undefined;
};

/** What the popup offers where the page is not a tool the catalog has: a search, and the tools opened last. */
export function SearchHome({ tools, count, recent, jobName, findLink, onChoose, onClear, onUndo }: Props) {
  const popular = useMemo(() => tools && popularFirst(tools), [tools]);
  return (
    <>
      <section>
        <h2>Search</h2>
        <ToolSearch
          tools={popular}
          jobName={jobName}
          label={`Search ${count.toLocaleString('en')} tools or paste a link`}
          autoFocus
          findLink={findLink}
          onChoose={onChoose}
        />
      </section>
      <RecentTools {...{ recent, jobName, onChoose, onClear, onUndo }} />
    </>
  );
}
