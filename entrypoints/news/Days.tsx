import { successorUrl, toolUrl } from '../../browser/pages.ts';
import { localDate } from '../../components/local-date.ts';
import { kindInWords, type Arrival, type Day } from '../../catalog/news.ts';
import type { Named } from '../../catalog/whose.ts';
import { StatusNote } from '../../components/StatusNote.tsx';
import { ToolName } from '../../components/ToolName.tsx';
import type { NewsState } from './state.ts';
import styles from './Days.module.css';

type Links = Pick<NewsState, 'tools'>;
type Props = { days: readonly Day[]; empty: string; state: Links };

/** Changes by the day on which they reached this device, or a sentence where there are none. */
export function Days({ days, empty, state }: Props) {
  if (days.length === 0) return <p class="quiet">{empty}</p>;
  return days.map(({ date, changes }) => (
    <div key={date} class={styles.day}>
      <h3>
        <time dateTime={date}>{localDate(date)}</time>
      </h3>
      <ul>
        {changes.map((change, at) => (
          <Item key={at} change={change} state={state} />
        ))}
      </ul>
    </div>
  ));
}

function Item({ change, state }: { change: Arrival; state: Links }) {
  const { tool, kind, text, date, arrived } = change;
  return (
    <li>
      <span class={styles.kind}>{kindInWords[kind]}</span>
      <div>
        <LinkedName id={tool} named={change} state={state} />
        <p>{text}</p>
        {date !== arrived && <p class="small">published {localDate(date)}</p>}
      </div>
    </li>
  );
}

/** A tool's name, linked to its page if the catalog still has the tool, and its status. */
export function LinkedName({ id, named, state }: { id: string; named: Named; state: Links }) {
  const tool = state.tools.get(id);
  const name = <ToolName tool={named} />;
  if (!tool) return <b>{name}</b>;
  return (
    <>
      <a class="source" href={toolUrl(tool.id)}>
        {name}
      </a>
      {tool.status?.text && ' '}
      <StatusNote status={tool.status} href={successorUrl(tool.id, tool.status)} />
    </>
  );
}
