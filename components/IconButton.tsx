import type { ComponentProps } from 'preact';
import styles from './IconButton.module.css';

const paths = {
  search:
    'M7 2a5 5 0 1 0 3.1 8.9l3 3 .8-.8-3-3A5 5 0 0 0 7 2Zm0 1.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6Z',
  options:
    'M6.5 2h3l.3 1.7 1 .6 1.7-.6 1.5 2.6-1.4 1.1v1.2l1.4 1.1-1.5 2.6-1.7-.6-1 .6-.3 1.7h-3l-.3-1.7-1-.6-1.7.6L2 9.7l1.4-1.1V7.4L2 6.3l1.5-2.6 1.7.6 1-.6L6.5 2ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  more: 'M2 8a1.4 1.4 0 1 1 2.8 0A1.4 1.4 0 0 1 2 8Zm4.6 0a1.4 1.4 0 1 1 2.8 0 1.4 1.4 0 0 1-2.8 0Zm4.6 0A1.4 1.4 0 1 1 14 8a1.4 1.4 0 0 1-2.8 0Z',
  star: 'M8 1.5L9.8 6L14.7 6.3L10.9 9.5L12.1 14.2L8 11.6L3.9 14.2L5.1 9.5L1.3 6.3L6.2 6ZM8 4.1L9.1 7L12 7.2L9.7 9.1L10.5 12L8 10.4L5.5 12L6.3 9.1L4 7.2L6.9 7Z',
  starred: 'M8 1.5L9.8 6L14.7 6.3L10.9 9.5L12.1 14.2L8 11.6L3.9 14.2L5.1 9.5L1.3 6.3L6.2 6Z',
};

export type IconName = keyof typeof paths;
type IconProps = { icon: IconName };
type Props = IconProps & { label: string } & ComponentProps<'button'>;

/** A small square button with a picture; its label is its accessible name, and its tooltip unless `title` is another. */
export function IconButton({ icon, label, ...more }: Props) {
  return (
    <button class={styles.button} type="button" aria-label={label} title={label} {...more}>
      <Icon icon={icon} />
    </button>
  );
}

/** The picture alone, 16 px wide, for a button that has words too. */
export function Icon({ icon }: IconProps) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" d={paths[icon]} />
    </svg>
  );
}
