import { useErrorBoundary } from 'preact/hooks';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import { SearchView } from './SearchView.tsx';
import { ToolView } from './ToolView.tsx';
import { view } from './state.ts';

/** The popup in each of its states. */
export function Popup() {
  const [error] = useErrorBoundary() as [unknown, () => void];
  const shown = view.value;
  if (error || shown.kind === 'failed') {
    const reason = error ? String((error as Error).message) : shown.kind === 'failed' ? shown.reason : '';
    return (
      <>
        <PopupHeader initial="!" title="Something went wrong" subtitle={reason} />
        <footer>
          <button class="btn" type="button" onClick={() => location.reload()}>
            Try again
          </button>
        </footer>
      </>
    );
  }
  if (shown.kind === 'opening') return <div class="opening" aria-busy="true" />;
  return shown.kind === 'tool' ? <ToolView shown={shown} /> : <SearchView shown={shown} />;
}
