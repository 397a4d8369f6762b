import { watchList } from '../../browser/user-data/watch-list.ts';
import { newsOf } from '../../catalog/news.ts';
import { ErrorPage } from '../../components/ErrorPage.tsx';
import { Days } from './Days.tsx';
import { WatchList } from './WatchList.tsx';
import { view } from './state.ts';

/** The page of what is new, in each of its states; `today` is ISO 8601. */
export function News({ today }: { today: string }) {
  const [shown, watched] = [view.value, watchList.value];
  if (shown.kind === 'failed') return <ErrorPage reason={shown.reason} />;
  if (shown.kind === 'opening' || !watched) return <div class="opening" aria-busy="true" />;
  const { changes, tools, published, followsFeed, isPrivate } = shown;
  const news = newsOf(changes, watched, tools, today);
  const isQuiet = news.watched.length + news.others.length === 0;
  return (
    <>
      <h1>New this week</h1>
      {isQuiet && <p class="answer">{nothing(published, isPrivate && changes.length === 0)}</p>}
      {watched.length > 0 && !isQuiet && (
        <section>
          <h2>Tools you watch</h2>
          <Days days={news.watched} none="Nothing new about them this week." shown={shown} />
        </section>
      )}
      {!isQuiet && (
        <section>
          <h2>{watched.length > 0 ? 'Other tools' : 'All tools'}</h2>
          <Days days={news.others} none="Nothing else this week." shown={shown} />
        </section>
      )}
      {news.earlier.length > 0 && (
        <details>
          <summary>
            <h2>Earlier</h2>
          </summary>
          <Days days={news.earlier} none="" shown={shown} />
        </details>
      )}
      <WatchList watched={watched} shown={shown} />
      <p class="quiet origin">
        {followsFeed
          ? 'What is new comes with the feeds that this device follows.'
          : 'No feed is followed: what is new comes with updates of the extension.'}
      </p>
    </>
  );
}

// A private window has a store of its own in Firefox, in which no news was ever kept.
function nothing(published: string, isHidden: boolean): string {
  return isHidden
    ? 'A private window cannot see what is new. Open this page in another window.'
    : `Nothing new since ${published}.`;
}
