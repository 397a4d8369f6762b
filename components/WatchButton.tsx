import { Icon } from './IconButton.tsx';

type Props = {
  name: string;
  isWatched: boolean;
  isPrivate: boolean;
  /** A star alone, or with words; where the name stands beside it, the words leave it out. */
  look: 'icon' | 'words' | 'words without name';
  onWatch(isOn: boolean): void;
};

/** The star that puts a tool on the watch list and takes it off. */
export function WatchButton({ name, isWatched, isPrivate, look, onWatch }: Props) {
  const verb = isWatched ? 'Stop watching' : 'Watch';
  const label = `${verb} ${name}`;
  const words = { icon: '', words: label, 'words without name': verb }[look];
  return (
    // In a private window it is not `disabled`, since then no keyboard would reach the reason.
    <button
      class={words ? 'btn watch' : 'icon'}
      type="button"
      aria-label={label}
      aria-pressed={isWatched}
      aria-disabled={isPrivate}
      title={isPrivate ? 'Nothing is kept from private windows' : words ? undefined : label}
      onClick={() => {
        if (!isPrivate) onWatch(!isWatched);
      }}
    >
      <Icon icon={isWatched ? 'starred' : 'star'} />
      {words}
    </button>
  );
}
