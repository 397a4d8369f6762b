import type { Happening } from '../../catalog/timeline.ts';
import { Day } from '../../components/Day.tsx';
import { SourceLink } from '../../components/SourceLink.tsx';
import styles from './Timeline.module.css';

/** What happened to a tool, newest first, each on a line that joins the next. */
export function Timeline({ happenings }: { happenings: readonly Happening[] }) {
  if (happenings.length === 0) return null;
  return (
    <section>
      <h2>History</h2>
      <ol class={styles.timeline}>
        {happenings.map(({ kind, date, text, word, sources }, at) => (
          <li key={at} data-kind={kind} data-verdict={word}>
            <span class={styles.day}>
              <Day iso={date} />
            </span>
            <span class={styles.text}>
              <bdi>{text}</bdi>{' '}
              {sources.map(({ key, url, title }) => (
                <SourceLink key={key} class="small" url={url}>
                  {title}
                </SourceLink>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
