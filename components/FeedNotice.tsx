import { Day } from './Day.tsx';
import styles from './FeedNotice.module.css';

type Props = { feed?: string | undefined; expired?: string | undefined };

/** Which feed the verdict comes from, unless it is the main catalog's, and that its data expired. */
export function FeedNotice({ feed, expired }: Props) {
  if (!feed && !expired) return null;
  return (
    <p class={styles.notice}>
      {feed && (
        <span>
          From the feed “<bdi>{feed}</bdi>”.{' '}
        </span>
      )}
      {expired && (
        <span class="warn">
          This data expired on <Day iso={expired} />; it may be out of date.
        </span>
      )}
    </p>
  );
}
