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

/** The star that puts a tool on the watch list and takes it off. */
export function WatchButton({ tool, isWatched, isPrivate, look, onWatch }: Props) {
  const verb = isWatched ? 'Unwatch' : 'Watch';
  const label = `${verb} ${nameWithSource(tool)}`;
  const icon = isWatched ? 'starred' : 'star';
  // In a private window it is not `disabled`, since the keyboard would then never reach the reason.
  const button = {
    'aria-pressed': isWatched,
    'aria-disabled': isPrivate,
    ...(isPrivate && { title: 'Not available in private windows' }),
    onClick: () => {
      if (!isPrivate) onWatch(!isWatched);
    },
  };
  if (look === 'icon') return <IconButton icon={icon} label={label} {...button} />;
  return (
    <button class={`btn ${styles.watch}`} type="button" aria-label={label} {...button}>
      <Icon icon={icon} />
      {look === 'words' ? label : verb}
    </button>
  );
}
