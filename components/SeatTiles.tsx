import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { seatName, seats, type Seat } from '../catalog/seats.ts';
import styles from './SeatTiles.module.css';

export type TilesProps = {
  /** The panel's letters (`votesInLetters`); nothing is drawn without a vote. */
  votes: string;
  /** The seat whose review is shown below the tiles. */
  open?: Seat | undefined;
  /** Opens a seat, or closes the one that is open; until the reviews are there, tiles are no buttons. */
  onOpen?: ((seat: Seat | undefined) => void) | undefined;
  review?: ((seat: Seat) => ComponentChildren) | undefined;
};

const looks: Record<string, [sign: string, word: string, look: string | undefined]> = {
  s: ['✓', 'ship', styles.ship],
  k: ['✕', 'skip', styles.skip],
  '-': ['–', 'no review', styles.none],
};

/** The id of a seat's tile, which others lead to. */
export const tileId = (seat: Seat): string => `seat-${seat}`;

/** The five seats in fixed order, each with its vote as a sign, a word for screen readers and a colour; a press opens its review in place. */
export function SeatTiles({ votes, open, onOpen, review }: TilesProps) {
  if (!votes) return null;
  const go = (event: TargetedKeyboardEvent<HTMLUListElement>) => {
    const tiles = [...event.currentTarget.querySelectorAll('button')];
    const at = tiles.indexOf(document.activeElement as HTMLButtonElement);
    const step = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const to: Record<string, number> = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: 4 };
    const next = at < 0 ? undefined : tiles[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <>
      <ul class={styles.tiles} aria-label="Reviewers" onKeyDown={go}>
        {seats.map((seat, at) => {
          const [sign, word, look] = looks[votes[at]!] ?? looks['-']!;
          const inside = (
            <>
              <b aria-hidden="true">{sign}</b>
              {seatName(seat)}
              <span class="hidden">: {word}</span>
            </>
          );
          return (
            <li key={seat} class={look}>
              {onOpen ? (
                <button
                  type="button"
                  id={tileId(seat)}
                  aria-expanded={open === seat}
                  onClick={() => onOpen(open === seat ? undefined : seat)}
                >
                  {inside}
                </button>
              ) : (
                <span>{inside}</span>
              )}
            </li>
          );
        })}
      </ul>
      {open && review?.(open)}
    </>
  );
}
