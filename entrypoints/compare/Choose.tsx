import { cleanText } from '../../catalog/label.ts';
import { jobName } from '../../catalog/reference.ts';
import { nameWithSource } from '../../catalog/whose.ts';
import { ToolName } from '../../components/ToolName.tsx';
import { ToolSearch } from '../../components/ToolSearch.tsx';
import { chooseRight, goTo, type View } from './state.ts';

// An address is whatever someone typed.
const maxIdLength = 80;

/** The page while its address does not name two tools: it says why, and offers the tools. */
export function Choose({ state }: { state: Extract<View, { kind: 'choose' }> }) {
  const { left, rivals, unknown, same, catalog } = state;
  return (
    <>
      <h1>
        {left ? (
          <>
            Compare <ToolName tool={left} /> with…
          </>
        ) : (
          'Compare tools'
        )}
      </h1>
      <p class="answer">
        {unknown.length > 0 &&
          `We don’t know ${unknown.map((id) => `“${cleanText(id).slice(0, maxIdLength)}”`).join(' or ')}. `}
        {same && `Pick a different tool to compare ${nameWithSource(left!)} with. `}
        {left ? 'Similar tools first' : 'Pick the first tool'}
      </p>
      <ToolSearch
        key={left?.id}
        tools={rivals}
        jobName={(job) => jobName(catalog.reference, job)}
        label={left ? 'Find a tool to compare' : 'Find a tool'}
        autoFocus
        onChoose={(id) => (left ? void chooseRight(left, id) : goTo(id))}
      />
    </>
  );
}
