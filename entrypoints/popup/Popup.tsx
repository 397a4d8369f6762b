import { useErrorBoundary } from 'preact/hooks';
import type { Headline } from '../../catalog/headline.ts';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import { ToolFrame, type FrameProps } from './ToolFrame.tsx';
import { drawing, view } from './view.ts';

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
  if (state.kind === 'headline') return <ToolFrame {...headlineParts(state.headline)} />;
  const { toolParts, SearchView } = drawing.value!;
  // The same component as of the headline, so that its elements stay.
  return state.kind === 'tool' ? <ToolFrame {...toolParts(state)} /> : <SearchView state={state} />;
}

function headlineParts({ heading, verdict, bands }: Headline): FrameProps {
  return { heading, verdictHere: () => ({ verdict, bands }) };
}
