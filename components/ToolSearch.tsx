import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { own } from '../catalog/own.ts';
import type { ToolSummary } from '../catalog/tool-summary.ts';
import { searchTools } from '../catalog/search.ts';
import { ToolLine } from './ToolLine.tsx';
import { useLink, type FindLink } from './use-link.ts';
import styles from './ToolSearch.module.css';

type Props = {
  /** Missing while they are loaded. */
  tools: readonly ToolSummary[] | undefined;
  jobName(job: string): string;
  label: string;
  autoFocus?: boolean;
  /** Finds the tool of a pasted link, where links are taken. */
  findLink?: FindLink | undefined;
  /** `page` is the page id that a pasted link was found by. */
  onChoose(id: string, page?: string): void;
  onCancel?(): void;
};

// More than anyone scans; typing filters the list.
const maxShown = 50;

/** A box to find a tool by name, maker, job or link, with the list below it (the combobox pattern of the ARIA practices guide). */
export function ToolSearch({ tools, jobName, label, autoFocus, findLink, onChoose, onCancel }: Props) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(-1);
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const link = useLink(query, findLink);
  const found = searchTools(query, tools ?? [], jobName).slice(0, maxShown);
  const matches = link?.tool ? [link.tool, ...found.filter(({ id }) => id !== link.tool.id)] : found;
  // Nothing is chosen before anything is typed, so that Enter alone opens no tool.
  const chosen = query.trim() && matches.length > 0 ? Math.max(active, 0) : active;

  useEffect(() => {
    if (autoFocus) box.current?.focus();
  }, [autoFocus]);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);

  const choose = (tool: ToolSummary) =>
    tool === link?.tool ? onChoose(tool.id, link.page) : onChoose(tool.id);
  const type = (words: string) => {
    setQuery(words);
    setActive(-1);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive(Math.min(chosen + 1, matches.length - 1)),
    ArrowUp: () => setActive(Math.max(chosen - 1, 0)),
    Home: () => setActive(0),
    End: () => setActive(matches.length - 1),
    Enter: () => matches[chosen] && choose(matches[chosen]),
    Escape: () => (query ? type('') : onCancel?.()),
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const act = own(keys, event.key);
    if (!act || (event.key === 'Escape' && !query && !onCancel)) return;
    event.preventDefault();
    act();
  };

  return (
    <search class={styles.search}>
      <input
        ref={box}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={matches.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={matches[chosen] && `${id}-${chosen}`}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {matches.length === 0 && (
        <p class={styles.none} role="status">
          {tools ? (link?.none ?? `No match for “${query.trim()}”.`) : 'Loading tools…'}
        </p>
      )}
      <ul id={id} role="listbox" aria-label={label}>
        {matches.map((tool, at) => (
          <li
            key={tool.id}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === chosen}
            onClick={() => choose(tool)}
          >
            <ToolLine tool={tool} job={jobName(tool.job)} />
          </li>
        ))}
      </ul>
    </search>
  );
}
