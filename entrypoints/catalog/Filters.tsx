import { useMemo } from 'preact/hooks';
import {
  licenseChoices,
  priceChoices,
  statusChoices,
  verdictChoices,
  type Filter,
  type Query,
} from '../../catalog/browse.ts';
import { own } from '../../catalog/own.ts';
import { capital } from '../../catalog/capital.ts';
import type { Jobs } from '../../catalog/reference.ts';
import { jobsOf, type ToolSummary } from '../../catalog/tool-summary.ts';
import { changeQuery, query } from './state.ts';
import styles from './Filters.module.css';

const words: Record<string, string> = { none: 'Not reviewed', unknown: 'Unknown' };
const licenseWords = { ...words, 'open source': 'Open source (OSI)', custom: 'Custom terms' };
const statusWords = { ...words, maintenance: 'Maintenance only' };
const priceWords = { ...words, free: 'Free to use', freemium: 'Free and paid plans' };

/** The search box and a filter for each thing a reader may ask for; jobs without a tool are not offered, once the tools are read. */
export function Filters({ jobs, tools }: { jobs: Jobs; tools: readonly ToolSummary[] | undefined }) {
  const used = useMemo(() => new Set(tools?.flatMap(jobsOf) ?? Object.keys(jobs)), [jobs, tools]);
  const jobChoices = Object.entries(jobs)
    .filter(([id]) => used.has(id))
    .map(([id, { name }]) => [id, name] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return (
    <search class={styles.filters}>
      <input
        type="search"
        aria-label="Search name, maker or use"
        placeholder="Search name, maker or use"
        value={query.value.words}
        autofocus
        onInput={({ currentTarget }) => changeQuery({ words: currentTarget.value })}
      />
      <Pick label="Use case" field="job" choices={jobChoices} />
      <Pick label="Verdict" field="verdict" choices={named(verdictChoices, words)} />
      <Pick label="License" field="license" choices={named(licenseChoices, licenseWords)} />
      <Pick label="Price" field="price" choices={named(priceChoices, priceWords)} />
      <Pick label="Status" field="status" choices={named(statusChoices, statusWords)} />
    </search>
  );
}

/** What a filter is set to, in the words of its list. */
export function choiceInWords(field: Filter, value: string, jobs: Jobs): string {
  const choices: Record<string, string> = {
    verdict: own(words, value) ?? value,
    job: own(jobs, value)?.name ?? value,
    license: own(licenseWords, value) ?? capital(value),
    price: own(priceWords, value) ?? capital(value),
    status: own(statusWords, value) ?? capital(value),
  };
  return choices[field] ?? value;
}

type PickProps = { label: string; field: keyof Query; choices: readonly (readonly [string, string])[] };

function Pick({ label, field, choices }: PickProps) {
  return (
    <label>
      {label}
      <select
        value={query.value[field]}
        onChange={({ currentTarget }) => changeQuery({ [field]: currentTarget.value })}
      >
        <option value="">All</option>
        {choices.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function named(choices: readonly string[], words: Record<string, string>) {
  return choices.map((choice) => [choice, own(words, choice) ?? capital(choice)] as const);
}
