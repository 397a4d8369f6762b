import { watchList } from '../../browser/user-data/watch-list.ts';
import { dateLabel } from '../../catalog/dates.ts';
import { newsOf } from '../../catalog/news.ts';
import { ErrorPage } from '../../components/ErrorPage.tsx';
import { Part } from '../../components/Part.tsx';
import { Days } from './Days.tsx';
import { WatchList } from './WatchList.tsx';
import { view } from './state.ts';

/** The news page in each of its states; `today` is an ISO 8601 date. */
export function News({ today }: { today: string }) {
  const [state, watched] = [view.value, watchList.value];
  if (state.kind === 'failed') return <ErrorPage reason={state.reason} />;
  if (state.kind === 'opening' || !watched) return <div class="opening" aria-busy="true" />;
  const { changes, tools, published, followsFeed, isPrivate } = state;
  const news = newsOf(changes, watched, tools, today);
  const isQuiet = news.watched.length + news.others.length === 0;
  return (
    <>
      <h1>What’s new</h1>
      {isQuiet && <p class="answer">{nothing(published, isPrivate && changes.length === 0)}</p>}
      {watched.length > 0 && !isQuiet && (
        <section>
          <h2>Tools you watch</h2>
          <Part
            name="The list of changes"
            render={() => (
              <Days days={news.watched} empty="No changes to your tools this week." state={state} />
            )}
          />
        </section>
      )}
      {!isQuiet && (
        <section>
          <h2>{watched.length > 0 ? 'Other tools' : 'All tools'}</h2>
          <Part
            name="The list of changes"
            render={() => <Days days={news.others} empty="No other changes." state={state} />}
          />
        </section>
      )}
      {news.earlier.length > 0 && (
        <details>
          <summary>
            <h2>Earlier</h2>
          </summary>
          <Part
            name="The list of changes"
            render={() => <Days days={news.earlier} empty="" state={state} />}
          />
        </details>
      )}
      <Part name="The watch list" render={() => <WatchList watched={watched} state={state} />} />
      <p class="quiet origin">
        {followsFeed
          ? 'Updates come from your feeds (settings).'
          : 'Updates arrive with new versions of the extension. Add a feed for daily updates.'}
      </p>
    </>
  );
}

// In Firefox a private window has a database of its own, which holds no news (seen 2026-11).
function nothing(published: string, isHidden: boolean): string {
  return isHidden
    ? 'Open this page in a regular window to see what’s new.'
    : `Nothing new this week (data from ${dateLabel(published)}).`;
}
