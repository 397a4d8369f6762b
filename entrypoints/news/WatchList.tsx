import { useEffect, useRef, useState } from 'preact/hooks';
import { isWatched, watch } from '../../browser/user-data/watch-list.ts';
import { watchedTools } from '../../catalog/news.ts';
import { WatchButton } from '../../components/WatchButton.tsx';
import { LinkedName } from './Days.tsx';
import type { NewsState } from './state.ts';
import styles from './WatchList.module.css';

type Props = { watched: readonly string[]; state: NewsState };

/** The watched tools; one taken off stays in the list until the page is closed, so that it can be put back. */
export function WatchList({ watched, state }: Props) {
  const [listed, setListed] = useState(watched);
  useEffect(() => setListed((before) => [...new Set([...before, ...watched])]), [watched]);
  const section = useRef<HTMLElement>(null);
  // The list comes after the browser looked for the place that the address names.
  useEffect(() => {
    if (location.hash === '#watch-list') section.current?.scrollIntoView();
  }, []);
  const { tools, changes, isPrivate } = state;
  const list = watchedTools(listed, tools, changes);
  return (
    <section id="watch-list" ref={section}>
      <h2>Watch list</h2>
      {list.length === 0 && <p class="quiet">Star a tool to see its changes here first.</p>}
      <ul class={styles.list}>
        {list.map((tool) => (
          <li key={tool.id}>
            <span>
              <LinkedName id={tool.id} named={tool} state={state} />
              {tool.isGone && <span class="quiet"> no longer in the catalog</span>}
            </span>
            <WatchButton
              look="words without name"
              tool={tool}
              isWatched={isWatched(tool)}
              isPrivate={isPrivate}
              onWatch={(isOn) => void watch(tool, isOn, isPrivate)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
