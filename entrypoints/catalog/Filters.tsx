import { licenseChoices, priceChoices, verdictChoices, type Query } from '../../catalog/browse.ts';
import { capital } from '../../catalog/price.ts';
import type { Jobs } from '../../catalog/reference.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { ask, query } from './state.ts';
import styles from './Filters.module.css';

const words: Record<string, string> = { none: 'No verdict yet', unknown: 'Not known' };

/** The search box and one choice for each thing a reader may ask for; jobs without a tool are not offered. */
export function Filters({ jobs, tools }: { jobs: Jobs; tools: readonly ToolSummary[] }) {
  const used = new Set(tools.map(({ job }) => job));
  const jobChoices = Object.entries(jobs)
    .filter(([id]) => used.has(id))
    .map(([id, { name }]) => [id, name] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return (
    <search class={styles.filters}>
      <input
        type="search"
        aria-label="Search by name, maker or job"
        placeholder="Name, maker or job"
        value={query.value.words}
        autofocus
        onInput={({ currentTarget }) => ask({ words: currentTarget.value })}
      />
      <Pick label="Job" field="job" choices={jobChoices} />
      <Pick label="Verdict" field="verdict" choices={named(verdictChoices)} />
      <Pick label="License" field="license" choices={named(licenseChoices)} />
      <Pick label="Entry price" field="price" choices={named(priceChoices)} />
    </search>
  );
}

type PickProps = { label: string; field: keyof Query; choices: readonly (readonly [string, string])[] };

function Pick({ label, field, choices }: PickProps) {
  return (
    <label>
      {label}
      <select
        value={query.value[field]}
        onChange={({ currentTarget }) => ask({ [field]: currentTarget.value })}
      >
        <option value="">Any</option>
        {choices.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function named(choices: readonly string[]) {
  return choices.map((choice) => [choice, words[choice] ?? capital(choice)] as const);
}
