import { useState } from 'preact/hooks';
import { jobName, type Reference } from '../catalog/reference.ts';
import type { ToolSummary } from '../catalog/tool-summary.ts';
import { countFromLetters, noVerdict, verdictWord, votesForVerdict } from '../catalog/verdict.ts';
import { nameWithSource, type Named } from '../catalog/whose.ts';
import { SeatBars } from './SeatBars.tsx';
import { ToolName } from './ToolName.tsx';
import { ToolSearch } from './ToolSearch.tsx';
import styles from './Alternatives.module.css';

type Shown = Named & Pick<ToolSummary, 'id' | 'votes'>;

type Props = {
  /** The tool itself, where it is worth being compared: one that is over is not. */
  tool?: Shown | undefined;
  /** The living tools for the same job, the best first; missing while they are read. */
  alternatives: readonly Shown[] | undefined;
  /** The id of the one that the comparison and the summary take. */
  chosen: string | undefined;
  /** All tools to choose one from; missing until someone wants to. */
  all: readonly ToolSummary[] | undefined;
  reference: Pick<Reference, 'jobs'>;
  /** Where a tool's own page is. */
  href(id: string): string;
  onChoosing(): void;
  onChoose(id: string): void;
};

/** The tools for the same job with their seats as bars, one chosen to be compared with; another can be found. */
export function Alternatives({
  tool,
  alternatives,
  chosen,
  all,
  reference,
  href,
  onChoosing,
  onChoose,
}: Props) {
  const [isChoosing, setChoosing] = useState(false);
  const choose = (id: string) => {
    setChoosing(false);
    onChoose(id);
  };
  const toggle = () => {
    setChoosing(!isChoosing);
    onChoosing();
  };
  return (
    <section class={styles.alternatives}>
      <header>
        <h2>Alternatives</h2>
        <button class={styles.find} type="button" aria-expanded={isChoosing} onClick={toggle}>
          + Compare with another
        </button>
      </header>
      {isChoosing && (
        <ToolSearch
          tools={all}
          jobName={(job) => jobName(reference, job)}
          label="Find a tool to compare"
          autoFocus
          onChoose={choose}
          onCancel={() => setChoosing(false)}
        />
      )}
      <ul class={alternatives?.length === 0 ? '' : styles.rows}>
        {tool && (
          <li class={styles.own}>
            <span class={styles.name}>
              <ToolName tool={tool} />
            </span>
            <Seats votes={tool.votes} />
          </li>
        )}
        {alternatives?.map((each) => (
          <li key={each.id}>
            <button
              class={styles.choose}
              type="button"
              aria-pressed={each.id === chosen}
              onClick={() => choose(each.id)}
            >
              <span class={styles.name}>
                <ToolName tool={each} />
              </span>
              <Seats votes={each.votes} />
            </button>
            <a
              class={styles.open}
              href={href(each.id)}
              target="_blank"
              aria-label={`Open ${nameWithSource(each)}`}
            >
              <span aria-hidden="true">›</span>
            </a>
          </li>
        ))}
      </ul>
      {alternatives?.length === 0 && <p class="quiet">The catalog names no alternative to it.</p>}
    </section>
  );
}

function Seats({ votes }: { votes: string }) {
  const count = countFromLetters(votes);
  return (
    <>
      <SeatBars votes={votes} size="large" />
      <span class={styles.words}>
        {count ? (
          <>
            <b data-verdict={verdictWord(count)}>{verdictWord(count)}</b> {votesForVerdict(count)}
          </>
        ) : (
          noVerdict(votes)
        )}
      </span>
    </>
  );
}
