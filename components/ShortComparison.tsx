import { useState } from 'preact/hooks';
import { comparison, type Row } from '../catalog/comparison.ts';
import { jobName, type Reference } from '../catalog/reference.ts';
import { statusOf } from '../catalog/status.ts';
import { votesInLetters, type ToolSummary } from '../catalog/tool-summary.ts';
import { panelCount } from '../catalog/verdict.ts';
import { nameWithSource, type AttributedTool } from '../catalog/whose.ts';
import { Ring } from './Ring.tsx';
import { ToolName } from './ToolName.tsx';
import { ToolSearch } from './ToolSearch.tsx';
import styles from './ShortComparison.module.css';

type Props = {
  tool: AttributedTool;
  /** Missing where the catalog has none for the same job. */
  rival: AttributedTool | undefined;
  /** Missing until someone wants to choose. */
  rivals: readonly ToolSummary[] | undefined;
  reference: Reference;
  /** ISO 8601. */
  today: string;
  onChoosing(): void;
  onRival(id: string): void;
};

const questions = ['Reviews', 'Price', 'License', 'Commercial use', 'Job'];

/** The tool beside one rival in a few rows; the rival can be changed, or one chosen where there is none. */
export function ShortComparison({ tool, rival, rivals, reference, today, onChoosing, onRival }: Props) {
  const [choosing, setChoosing] = useState(false);
  const choose = (id: string) => {
    setChoosing(false);
    onRival(id);
  };
  const toggle = () => {
    setChoosing(!choosing);
    onChoosing();
  };
  return (
    <section>
      <header>
        <h2>Alternatives</h2>
        <button class={styles.rival} type="button" aria-expanded={choosing} onClick={toggle}>
          <span>{rival ? <ToolName tool={rival} /> : 'Find a tool to compare'}</span>{' '}
          <span aria-hidden="true">▾</span>
        </button>
      </header>
      {choosing && (
        <ToolSearch
          tools={rivals}
          jobName={(job) => jobName(reference, job)}
          label="Find a tool to compare"
          autoFocus
          onChoose={choose}
          onCancel={() => setChoosing(false)}
        />
      )}
      {rival ? (
        <Rows tool={tool} rival={rival} reference={reference} today={today} />
      ) : (
        <p class="quiet">The catalog names no alternative to it.</p>
      )}
    </section>
  );
}

function Rows({
  tool,
  rival,
  reference,
  today,
}: Pick<Props, 'tool' | 'reference' | 'today'> & { rival: AttributedTool }) {
  const rows = comparison(tool, rival, reference, today);
  const areActive = [tool, rival].every((side) => !statusOf(side)?.text);
  const shown = areActive ? questions : ['Status', ...questions];
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <td />
          {[tool, rival].map((side) => (
            <th key={side.id} scope="col">
              <span class={styles.name}>
                <Ring
                  votes={panelCount(side.review?.votes) ? votesInLetters(side.review?.votes) : ''}
                  size={20}
                />
                <span title={nameWithSource(side)}>
                  <ToolName tool={side} />
                </span>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((question) => (
          <ShortRow key={question} row={rows.find((row) => row.question === question)!} />
        ))}
      </tbody>
    </table>
  );
}

function ShortRow({ row: { question, left, right, leads } }: { row: Row }) {
  return (
    <tr>
      <th scope="row">{question}</th>
      <td class={leads === 'left' ? styles.leads : ''}>{left.text}</td>
      <td class={leads === 'right' ? styles.leads : ''}>{right.text}</td>
    </tr>
  );
}
