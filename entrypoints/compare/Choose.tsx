import { jobName } from '../../catalog/reference.ts';
import { ToolSearch } from '../../components/ToolSearch.tsx';
import { chooseRight, goTo, type View } from './state.ts';

/** The page while its address does not name two tools: it says why, and offers the tools. */
export function Choose({ state }: { state: Extract<View, { kind: 'choose' }> }) {
  const { left, rivals, unknown, same, catalog } = state;
  return (
    <>
      <h1>{left ? `Compare ${left.name} with…` : 'Compare tools'}</h1>
      <p class="answer">
        {unknown.length > 0 && `We don’t know ${unknown.map((id) => `“${id}”`).join(' or ')}. `}
        {same && `Pick a different tool to compare ${left!.name} with. `}
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
