import { Component, createRef } from 'preact';
import type { BadgeRecord } from '../catalog/badge-record.ts';
import { countFromLetters, countInWords, percent, verdictWord } from '../catalog/verdict.ts';
import { BadgeCard } from './BadgeCard.tsx';
import { follow } from './follow.ts';
import { Ring } from './Ring.tsx';

type Props = { record: BadgeRecord; onOpen(): void; onCompare(): void };

// Long enough to cross the gap between mark and card.
const leaveMs = 250;

/**
 * The mark beside a tool's name. Its card opens while mark or card is hovered or focused; Esc closes it, arrow down
 * enters it, so that the mark stays one tab stop. A page's synthetic events open nothing. A class, since hooks
 * would cost every page a kilobyte.
 */
export class Badge extends Component<Props, { isOpen: boolean }> {
  override state = { isOpen: false };
  #badge = createRef<HTMLButtonElement>();
  #card = createRef<HTMLDivElement>();
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #unfollow = () => {};

  #open = ({ isTrusted }: Event) => {
    clearTimeout(this.#leaving);
    if (isTrusted) this.setState({ isOpen: true });
  };
  #close = () => this.setState({ isOpen: false });
  #leave = () => {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(this.#close, leaveMs);
  };
  #press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') this.#card.current?.querySelector('button')?.focus();
    else if (event.key === 'ArrowUp') this.#badge.current?.focus();
    else return;
    event.preventDefault();
  };

  override componentDidUpdate(_: Props, before: { isOpen: boolean }) {
    if (before.isOpen === this.state.isOpen) return;
    this.#unfollow();
    this.#unfollow = this.state.isOpen
      ? follow(this.#badge.current!, this.#card.current!, this.#close)
      : () => {};
  }

  override componentWillUnmount() {
    this.#unfollow();
  }

  override render() {
    const { record, onOpen, onCompare } = this.props;
    const { isOpen } = this.state;
    const count = countFromLetters(record.votes);
    return (
      <div
        class="mark"
        onPointerEnter={this.#open}
        onPointerLeave={this.#leave}
        onFocusIn={this.#open}
        onFocusOut={this.#leave}
        onKeyDown={this.#press}
      >
        <button
          ref={this.#badge}
          class="badge"
          type="button"
          aria-label={spoken(record)}
          aria-expanded={isOpen}
          onClick={({ isTrusted }) => isTrusted && onOpen()}
        >
          <Ring votes={count ? record.votes : ''} size={15} />
          {count
            ? [<b class={verdictWord(count)}>{verdictWord(count)}</b>, ` ${percent(count)}%`]
            : record.price}
          {record.outdated && [' ', <span class="older">older version</span>]}
          {record.from && [' ', <span class="from">{record.from}</span>]}
        </button>
        <BadgeCard cardRef={this.#card} record={record} onCompare={onCompare} />
      </div>
    );
  }
}

// The name begins with the words that are seen, so that people who speak to their browser can say them.
function spoken({ name, votes, price, outdated, judged, from }: BadgeRecord): string {
  const count = countFromLetters(votes);
  const seen = count ? `${verdictWord(count)} ${percent(count)}%` : price;
  const detail = count ? `${countInWords(count)}, judged ${judged}` : 'no verdict yet';
  const tags = [seen, outdated && 'older version', from].filter(Boolean).join(' ');
  return `${name}: ${tags}, ${detail}`;
}
