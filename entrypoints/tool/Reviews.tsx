import { methodologyUrl } from '../../browser/pages.ts';
import type { OnPage } from '../../catalog/on-page.ts';
import type { Reviewers } from '../../catalog/reference.ts';
import { scorecard } from '../../catalog/scorecard.ts';
import { whoseVerdict } from '../../catalog/verdict-of.ts';
import type { AttributedTool } from '../../catalog/whose.ts';
import { VoteAndTake } from '../../components/VoteAndTake.tsx';
import styles from './Reviews.module.css';

/** What each reviewer asks and answers, with sources; who was not asked is named as well. */
export function Reviews({ tool, reviewers }: { tool: OnPage<AttributedTool>; reviewers: Reviewers }) {
  const takes = scorecard(tool, reviewers);
  const whose = whoseVerdict(tool);
  if (takes.length === 0) return null;
  const absent = reviewers.filter(({ id }) => !takes.some((take) => take.id === id));
  return (
    <section>
      <h2>Reviews</h2>
      {whose && <p class="notice">These reviews are {whose}.</p>}
      {takes.map((take) => (
        <article key={take.id} class={styles.review}>
          <h3>{take.name}</h3>
          <p class="quiet">{take.question}</p>
          <p>
            <VoteAndTake take={take} />
          </p>
        </article>
      ))}
      {absent.length > 0 && <p class="quiet">No review from: {absent.map(({ name }) => name).join(', ')}</p>}
      {tool.from ? (
        <p class="small">
          These reviews come from the feed “<bdi>{tool.from}</bdi>”.
        </p>
      ) : (
        <p class="small">
          Reviews are AI-assisted readings of the sources. Nobody ran the tool.{' '}
          <a href={methodologyUrl()}>How reviews work</a>
        </p>
      )}
    </section>
  );
}
