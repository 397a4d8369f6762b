import { ToolSearch } from '../../components/ToolSearch.tsx';
import { chooseRight, goTo, type View } from './state.ts';

/** The page when its address names no pair: it says why, and lets one choose. */
export function Choose({ shown }: { shown: Extract<View, { kind: 'choose' }> }) {
  const { left, rivals, unknown, same, catalog } = shown;
  const label = left ? `Compare ${left.name} with` : 'Choose a tool';
  return (
    <>
      <h1>{left ? `${left.name} or …?` : 'Which two?'}</h1>
      <p class="answer">
        {unknown.length > 0 && notInCatalog(unknown)}
        {same && `${left!.name} stands on both sides. `}
        {left
          ? 'Choose what to compare it with; tools for the same job come first.'
          : 'Choose the first of two tools.'}
      </p>
      <ToolSearch
        key={left?.id}
        tools={rivals}
        jobName={(job) => catalog.reference.jobs[job]?.name ?? job}
        label={label}
        autoFocus
        onChoose={(id) => (left ? void chooseRight(left, id) : goTo(id))}
      />
    </>
  );
}

function notInCatalog(ids: readonly string[]): string {
  const names = ids.map((id) => `“${id}”`).join(' and ');
  return `${names} ${ids.length > 1 ? 'are' : 'is'} not in the catalog. `;
}
