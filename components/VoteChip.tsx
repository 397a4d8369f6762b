/** One vote as a word on a wash of its colour. */
export function VoteChip({ vote }: { vote: 'ship' | 'skip' }) {
  return <span class={`vote ${vote}`}>{vote === 'ship' ? 'Ship' : 'Skip'}</span>;
}
