import { cleanText } from '../../catalog/label.ts';
import { jobName } from '../../catalog/reference.ts';
import { ErrorPage } from '../../components/ErrorPage.tsx';
import { ToolSearch } from '../../components/ToolSearch.tsx';
import { About } from './About.tsx';
import { view, type View } from './state.ts';

// An address is whatever someone typed.
const maxIdLength = 80;

/** A tool's own page in each of its states. */
export function Tool() {
  const state = view.value;
  if (state.kind === 'opening') return <div class="opening" aria-busy="true" />;
  if (state.kind === 'failed') return <ErrorPage reason={state.reason} />;
  if (state.kind === 'choose') return <Choose state={state} />;
  return <About key={location.hash} state={state} />;
}

function Choose({ state: { unknown, tools, catalog } }: { state: Extract<View, { kind: 'choose' }> }) {
  const id = cleanText(unknown).slice(0, maxIdLength);
  return (
    <>
      <h1>{id ? 'Not in the catalog' : 'Find a tool'}</h1>
      {id && <p class="lead">We don’t know “{id}”.</p>}
      <ToolSearch
        tools={tools}
        jobName={(job) => jobName(catalog.reference, job)}
        label={`Search ${tools.length.toLocaleString('en')} tools`}
        autoFocus
        onChoose={(chosen) => void (location.hash = chosen)}
      />
    </>
  );
}
