import { countFromLetters } from '../catalog/verdict.ts';
import { seatsInWords } from '../catalog/seats.ts';
import styles from './SeatBars.module.css';

type Props = { votes: string; size?: 'small' | 'large'; isAlone?: boolean };

/**
 * The panel as five bars in fixed seat order: ship filled, skip filled with a notch, not asked dashed. Without a verdict all are
 * dashed. `size` is for a list or for a heading; `isAlone` where no words beside it say the same.
 */
export function SeatBars({ votes, size = 'small', isAlone }: Props) {
  const letters = countFromLetters(votes) ? votes : '-----';
  return (
    <span
      class={`${styles.bars} ${size === 'large' ? styles.large : ''}`}
      {...(isAlone ? { role: 'img', 'aria-label': seatsInWords(letters) } : { 'aria-hidden': true })}
    >
      {[...letters].map((letter, at) => (
        <i key={at} class={letter === 's' ? styles.ship : letter === 'k' ? styles.skip : styles.none} />
      ))}
    </span>
  );
}
