import { useState } from 'preact/hooks';
import { answer } from '../../catalog/answer.ts';
import { comparison } from '../../catalog/comparison.ts';
import { comparisonMarkdown } from '../../catalog/markdown.ts';
import { rivalsOf } from '../../catalog/rivals.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FullComparison } from '../../components/FullComparison.tsx';
import { ToolSearch } from '../../components/ToolSearch.tsx';
import { chooseRight, goTo, type View } from './state.ts';

/** Two tools: the answer, the rows, and ways to change either side. */
export function Pair({ shown: { left, right, catalog } }: { shown: Extract<View, { kind: 'pair' }> }) {
  const [changing, setChanging] = useState<'left' | 'right'>();
  const { reference, index } = catalog;
  const [fixed, label] = changing === 'left' ? [right, left.name] : [left, right.name];
  const change = (id: string) => {
    setChanging(undefined);
    if (changing === 'left') goTo(id, right.id);
    else void chooseRight(left, id);
  };
  return (
    <>
      <h1>
        {left.name} or {right.name}?
      </h1>
      <p class="answer">{answer(left, right, reference).join(' ')}</p>
      <div class="actions">
        <button class="btn" type="button" onClick={() => setChanging('left')}>
          Change {left.name}
        </button>
        <button class="btn" type="button" onClick={() => setChanging('right')}>
          Change {right.name}
        </button>
        <button class="btn" type="button" onClick={() => goTo(right.id, left.id)}>
          Swap
        </button>
        <CopyButton label="Copy as Markdown" text={() => comparisonMarkdown(left, right, reference)} />
        <button class="btn" type="button" onClick={() => print()}>
          Print
        </button>
      </div>
      {changing && (
        <ToolSearch
          key={changing}
          tools={rivalsOf(summaryOf(fixed, reference), index)}
          jobName={(job) => reference.jobs[job]?.name ?? job}
          label={`Instead of ${label}`}
          autoFocus
          onChoose={change}
          onCancel={() => setChanging(undefined)}
        />
      )}
      <FullComparison
        left={left}
        right={right}
        rows={comparison(left, right, reference)}
        reviewers={reference.reviewers}
      />
    </>
  );
}
