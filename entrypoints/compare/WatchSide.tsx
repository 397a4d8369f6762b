import { useEffect, useState } from 'preact/hooks';
import { inPrivateWindow } from '../../browser/pages.ts';
import { isWatched, watch } from '../../browser/user-data/watch-list.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { WatchButton } from '../../components/WatchButton.tsx';

/** The star of one side; while it is not known what window this is, nothing can be kept. */
export function WatchSide({ tool }: { tool: Tool }) {
  const [isPrivate, setPrivate] = useState(true);
  useEffect(() => void inPrivateWindow().then(setPrivate), []);
  return (
    <WatchButton
      look="words"
      name={tool.name}
      isWatched={isWatched(tool)}
      isPrivate={isPrivate}
      onWatch={(isOn) => void watch(tool, isOn, isPrivate)}
    />
  );
}
