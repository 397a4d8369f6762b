import { verdictText } from '../../catalog/headline.ts';
import type { OnPage } from '../../catalog/on-page.ts';
import { reasonsOf } from '../../catalog/reasons.ts';
import { seatName, type Seat } from '../../catalog/seats.ts';
import { noVerdict } from '../../catalog/verdict.ts';
import type { AttributedTool } from '../../catalog/whose.ts';
import { SeatBars } from '../../components/SeatBars.tsx';
import styles from './VerdictWithReasons.module.css';

/** The verdict in words and by seat, and the reasons in a line each. */
export function VerdictWithReasons({ tool }: { tool: OnPage<AttributedTool> }) {
  const { word, count, reviewed, votes, isOutdated } = verdictText(tool);
  return (
    <section>
      <h2 class={styles.verdict}>
        <span class={styles.word} data-verdict={word ?? 'none'}>
          {word ?? `${noVerdict(votes)} yet`}
        </span>{' '}
        <span class={styles.count}>{count}</span>
      </h2>
      {votes && (
        <p>
          <SeatBars votes={votes} size="large" isAlone />
        </p>
      )}
      {reviewed && <p class={isOutdated ? 'notice' : 'quiet'}>{reviewed}</p>}
      <Reasons tool={tool} />
    </section>
  );
}

const labels = { for: 'For', against: 'Against', watch: 'Watch out' };

function Reasons({ tool }: { tool: OnPage }) {
  const { pro, con, wouldChange } = reasonsOf(tool);
  const lines: { label: string; text: string; seat?: Seat }[] = [
    ...(tool.bestFor ? [{ label: 'Best for', text: tool.bestFor.text }] : []),
    ...(pro ? [{ label: labels.for, ...pro }] : []),
    ...(con ? [{ label: labels[con.kind], ...con }] : []),
    ...(wouldChange ? [{ label: 'Would change it', ...wouldChange }] : []),
    ...(tool.chooseIf ? [{ label: 'Choose it if', text: tool.chooseIf.text }] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <dl class={styles.reasons}>
      {lines.map(({ label, text, seat }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {text} {seat && <span class="small">{seatName(seat)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
