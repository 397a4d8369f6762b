import { useState } from 'preact/hooks';
import type { Reason, Reasons as ReasonsOfTool } from '../catalog/reasons.ts';
import { seatName, type Seat } from '../catalog/seats.ts';
import styles from './Reasons.module.css';

type Props = {
  reasons: ReasonsOfTool;
  /** Whom the tool is best for, where its entry says so; it stands in place of the strongest reason for it. */
  bestFor?: string | undefined;
  /** Shows the review of a seat. */
  onSeat(seat: Seat): void;
};

type Line = { sign: string; label: string; text: string; seat?: Seat; tone: 'for' | 'against' | 'change' };

const contra: Record<Reason['kind'], [sign: string, label: string]> = {
  for: ['+', 'For'],
  against: ['−', 'Against'],
  watch: ['!', 'Watch out'],
};

/** The strongest reason for a tool and against it, and what would change the verdict, a line or two each; a press shows the whole. */
export function Reasons({ reasons: { pro, con, wouldChange }, bestFor, onSeat }: Props) {
  const lines: (Line | false | undefined)[] = [
    bestFor !== undefined
      ? { sign: '+', label: 'Best for', text: bestFor, tone: 'for' }
      : pro && { sign: '+', label: 'For', text: pro.text, seat: pro.seat, tone: 'for' },
    con && {
      sign: contra[con.kind][0],
      label: contra[con.kind][1],
      text: con.text,
      seat: con.seat,
      tone: 'against',
    },
    wouldChange && { sign: '↻', label: 'Would change it', ...wouldChange, tone: 'change' },
  ];
  const shown = lines.filter((line) => line !== false && line !== undefined);
  if (shown.length === 0) return null;
  return (
    <ul class={styles.reasons} aria-label="Reasons">
      {shown.map((line) => (
        <ReasonLine key={line.label} line={line} onSeat={onSeat} />
      ))}
    </ul>
  );
}

const tones = { for: styles.for, against: styles.against, change: styles.change };

function ReasonLine({
  line: { sign, label, text, seat, tone },
  onSeat,
}: { line: Line } & Pick<Props, 'onSeat'>) {
  const [isWhole, setWhole] = useState(false);
  return (
    <li>
      <b aria-hidden="true" class={tones[tone]}>
        {sign}
      </b>
      <button type="button" class={styles.text} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        <span class={isWhole ? '' : styles.short}>
          <b>{label}:</b> {text}
        </span>
      </button>
      {seat && (
        <button type="button" class={styles.seat} onClick={() => onSeat(seat)}>
          {seatName(seat)}
          <span class="hidden">, show the review</span>
        </button>
      )}
    </li>
  );
}
