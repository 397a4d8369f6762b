import { dateLabel } from '../catalog/dates.ts';
import type { VerdictText } from '../catalog/headline.ts';
import { Ring } from './Ring.tsx';
import styles from './Verdict.module.css';

/** The panel's verdict with its count, the community's share, and what was reviewed. */
export function Verdict({ votes, word, count, reviewed, isOutdated }: VerdictText) {
  return (
    <div class={styles.verdict}>
      <Ring votes={votes} size={76} />
      <div>
        <p class={styles.word} data-verdict={word ?? 'none'}>
          {word ?? 'Not reviewed yet'}
        </p>
        <p class={styles.line}>{count}</p>
        {reviewed && <p class={isOutdated ? styles.outdated : styles.line}>{reviewed}</p>}
      </div>
    </div>
  );
}

type NoticeProps = { feed?: string | undefined; expired?: string | undefined };

/** Which feed the verdict comes from, unless it is the main catalog's, and that its data expired. */
export function FeedNotice({ feed, expired }: NoticeProps) {
  if (!feed && !expired) return null;
  return (
    <p class={styles.notice}>
      {feed && (
        <span>
          From the feed “<bdi>{feed}</bdi>”.{' '}
        </span>
      )}
      {expired && <span class="warn">This data expired on {dateLabel(expired)}; it may be out of date.</span>}
    </p>
  );
}
