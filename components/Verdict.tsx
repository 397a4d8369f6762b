import { dateLabel } from '../catalog/dates.ts';
import { isOutdated, reviewedLabel, latestVersion } from '../catalog/staleness.ts';
import type { Tool } from '../catalog/tool-schema.ts';
import { votesInLetters } from '../catalog/tool-summary.ts';
import { communityInWords, panelCount, verdictWord, votesForVerdict } from '../catalog/verdict.ts';
import { versionLabel } from '../catalog/version.ts';
import { Ring } from './Ring.tsx';
import styles from './Verdict.module.css';

/** The panel's verdict with its count, the community's share, and what was reviewed. */
export function Verdict({ tool }: { tool: Tool }) {
  const count = panelCount(tool.review?.votes);
  const word = count && verdictWord(count);
  return (
    <div class={styles.verdict}>
      <Ring votes={count ? votesInLetters(tool.review?.votes) : ''} size={76} />
      <div>
        <p class={styles.word} data-verdict={word ?? 'none'}>
          {word ?? 'Not reviewed yet'}
        </p>
        <p class={styles.line}>
          {count
            ? `${votesForVerdict(count)} reviewers would ${word === 'Skip' ? 'skip' : 'ship'} it`
            : 'Facts only'}
          {tool.community && ` · users: ${communityInWords(tool.community)}`}
        </p>
        <Reviewed tool={tool} />
      </div>
    </div>
  );
}

function Reviewed({ tool }: { tool: Tool }) {
  const reviewed = reviewedLabel(tool);
  if (!reviewed) return null;
  if (!isOutdated(tool)) return <p class={styles.line}>Reviewed {reviewed}</p>;
  return (
    <p class={styles.outdated}>
      Reviewed {reviewed}. {versionLabel(latestVersion(tool)!)} is out.
    </p>
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
