import { watchList } from '../../browser/user-data/watch-list.ts';
import { localDate } from '../../components/local-date.ts';
import { newsOf } from '../../catalog/news.ts';
import { ErrorPage } from '../../components/ErrorPage.tsx';
import { Part } from '../../components/Part.tsx';
import { Days } from './Days.tsx';
import { WatchList } from './WatchList.tsx';
import { view } from './state.ts';

/** The news page in each of its states. */
export function News() {
  const [state, watched] = [view.value, watchList.value];
  if (state.kind === 'failed') return <ErrorPage reason={state.reason} />;
  if (state.kind === 'opening' || !watched) return <div class="opening" aria-busy="true" />;
  const { changes, tools, published, followsFeed, isPrivate } = state;
  const news = newsOf(changes, watched, tools);
  const count = changes.filter(({ isNew }) => isNew).length;
  const isQuiet = count === 0;
  return (
    <>
      <h1>What’s new</h1>
      <p class="answer">
        {isQuiet
          ? nothing(published, changes.length > 0, isPrivate)
          : `${count.toLocaleString('en')} new ${count === 1 ? 'change' : 'changes'}.`}
      </p>
      {watched.length > 0 && !isQuiet && (
        <section>
          <h2>Tools you watch</h2>
          <Part
            name="The list of changes"
            render={() => <Days days={news.watched} empty="No new changes to your tools." state={state} />}
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
        <details open={isQuiet}>
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
        Dates are the days on which a change reached this device.{' '}
        {followsFeed
          ? 'Updates come from your feeds (settings).'
          : 'Updates arrive with new versions of the extension. Add a feed for daily updates.'}
      </p>
    </>
  );
}

// In Firefox a private window has a database of its own, which holds no news (seen 2026-11).
function nothing(published: string, isAnySeen: boolean, isPrivate: boolean): string {
  if (isPrivate && !isAnySeen) return 'Open this page in a regular window to see what’s new.';
  return `${isAnySeen ? 'Nothing new since your last visit' : 'Nothing new yet'} (data from ${localDate(published)}).`;
}
