import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { own } from '../catalog/own.ts';
import type { ToolSummary } from '../catalog/tool-summary.ts';
import { searchTools } from '../catalog/search.ts';
import { ToolLine } from './ToolLine.tsx';
import styles from './ToolSearch.module.css';

type Props = {
  /** Missing while they are loaded. */
  tools: readonly ToolSummary[] | undefined;
  jobName(job: string): string;
  label: string;
  autoFocus?: boolean;
  onChoose(id: string): void;
  onCancel?(): void;
};

// More than anyone scans; typing filters the list.
const maxShown = 50;

/** A box to find a tool by name, maker or job, with the list below it (the combobox pattern of the ARIA practices guide). */
export function ToolSearch({ tools, jobName, label, autoFocus, onChoose, onCancel }: Props) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const matches = searchTools(query, tools ?? [], jobName).slice(0, maxShown);

  useEffect(() => {
    if (autoFocus) box.current?.focus();
  }, [autoFocus]);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive(Math.min(active + 1, matches.length - 1)),
    ArrowUp: () => setActive(Math.max(active - 1, 0)),
    Home: () => setActive(0),
    End: () => setActive(matches.length - 1),
    Enter: () => matches[active] && onChoose(matches[active].id),
    Escape: () => (query ? setQuery('') : onCancel?.()),
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
        aria-activedescendant={matches.length > 0 ? `${id}-${active}` : undefined}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {matches.length === 0 && (
        <p class="small" role="status">
          {tools ? `No match for “${query}”.` : 'Loading tools…'}
        </p>
      )}
      <ul id={id} role="listbox" aria-label={label}>
        {matches.map((tool, at) => (
          <li
            key={tool.id}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            onClick={() => onChoose(tool.id)}
          >
            <ToolLine tool={tool} job={jobName(tool.job)} />
          </li>
        ))}
      </ul>
    </search>
  );
}
