import { Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { GridFact } from '../catalog/fact-grid.ts';
import { FactDetail } from './FactDetail.tsx';
import type { Correction } from './ReportError.tsx';
import styles from './FactGrid.module.css';

type Props = { facts: readonly GridFact[]; today: string; correction: Correction };

/** The six facts of a tool in two columns; a press opens what is behind one, with notes and sources, below its row. */
export function FactGrid({ facts, today, correction }: Props) {
  const [open, setOpen] = useState<string>();
  const id = useId();
  return (
    <ul class={styles.grid} aria-label="Facts">
      {facts.map((fact, at) => {
        // A detail stands below the whole row, so after its second fact.
        const inRow = facts.slice(at - (at % 2), at + 1);
        const detail = at % 2 === 1 && inRow.find(({ label }) => label === open);
        return (
          <Fragment key={fact.label}>
            <li>
              <button
                type="button"
                aria-expanded={open === fact.label}
                aria-controls={open === fact.label ? id : undefined}
                onClick={() => setOpen(open === fact.label ? undefined : fact.label)}
              >
                <FactCell fact={fact} />
              </button>
            </li>
            {detail && (
              <li id={id} class={styles.detail} aria-live="polite">
                <GridDetail fact={detail} today={today} correction={correction} />
              </li>
            )}
          </Fragment>
        );
      })}
    </ul>
  );
}

const tones = { good: styles.good, fair: styles.fair, bad: styles.bad };

function FactCell({ fact: { label, text, notes, tone, isDisputed } }: { fact: GridFact }) {
  const more = [notes > 0 && `${notes} ${notes === 1 ? 'note' : 'notes'}`, isDisputed && 'sources disagree'];
  const words = more.filter(Boolean).join(' · ');
  return (
    <>
      <span class={styles.label}>
        {label} {words && <span class={isDisputed ? styles.disputed : styles.notes}>{words}</span>}
      </span>{' '}
      <span class={`${styles.value} ${tone ? tones[tone] : ''}`}>
        <bdi>{text}</bdi>
      </span>
    </>
  );
}

function GridDetail({ fact, today, correction }: { fact: GridFact } & Omit<Props, 'facts'>) {
  if (fact.facts.length === 0) return <p class="small">Nobody has looked for this yet.</p>;
  return fact.facts.map((each) => (
    <div key={each.key} class={styles.whole}>
      <p>
        <b>{each.label}:</b> {each.text}
      </p>
      <FactDetail fact={each} today={today} correction={correction} />
    </div>
  ));
}
