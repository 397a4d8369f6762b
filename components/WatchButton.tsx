import { useState } from 'preact/hooks';
import { nameWithSource, type Named } from '../catalog/whose.ts';
import { Icon, IconButton } from './IconButton.tsx';
import styles from './WatchButton.module.css';

type Props = {
  tool: Named;
  isWatched: boolean;
  isPrivate: boolean;
  /** A star alone, or with words; where the tool's name is beside it, the words leave that out. */
  look: 'icon' | 'words' | 'words without name';
  onWatch(isOn: boolean): void;
};

const refusal = 'Not available in private windows';

/** The star that puts a tool on the watch list and takes it off; in a private window it says why it does neither. */
export function WatchButton({ tool, isWatched, isPrivate, look, onWatch }: Props) {
  const verb = isWatched ? 'Unwatch' : 'Watch';
  const label = `${verb} ${nameWithSource(tool)}`;
  const icon = isWatched ? 'starred' : 'star';
  const [isRefused, setRefused] = useState(false);
  // In a private window it is not `disabled`, since the keyboard would then never reach the reason.
  const more = {
    'aria-pressed': isWatched,
    'aria-disabled': isPrivate,
    ...(isPrivate && { title: refusal }),
    onClick: () => (isPrivate ? setRefused(true) : onWatch(!isWatched)),
  };
  const button =
    look === 'icon' ? (
      <IconButton icon={icon} label={label} {...more} />
    ) : (
      <button class={`btn ${styles.watch}`} type="button" aria-label={label} {...more}>
        <Icon icon={icon} />
        {look === 'words' ? label : verb}
      </button>
    );
  if (!isPrivate) return button;
  return (
    <span class={styles.around}>
      {button}
      <span role="status" class={isRefused ? styles.reason : ''}>
        {isRefused && refusal}
      </span>
    </span>
  );
}
