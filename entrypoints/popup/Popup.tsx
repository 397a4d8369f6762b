import { useErrorBoundary } from 'preact/hooks';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import { SearchView } from './SearchView.tsx';
import { ToolView } from './ToolView.tsx';
import { view } from './state.ts';

/** The popup in each of its states. */
export function Popup() {
  const [error] = useErrorBoundary() as [unknown, () => void];
  const state = view.value;
  if (error || state.kind === 'failed') {
    const reason = error ? String((error as Error).message) : state.kind === 'failed' ? state.reason : '';
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
  if (state.kind === 'opening') return <div class="opening" aria-busy="true" />;
  return state.kind === 'tool' ? <ToolView state={state} /> : <SearchView state={state} />;
}
