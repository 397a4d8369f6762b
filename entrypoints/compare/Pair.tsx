import { useEffect, useState } from 'preact/hooks';
import { today } from '../../browser/clock.ts';
import { comparisonSide, inPrivateWindow, successorUrl, toolUrl } from '../../browser/pages.ts';
import { isWatched, watch } from '../../browser/user-data/watch-list.ts';
import { comparisonSummary } from '../../catalog/comparison-summary.ts';
import { comparison } from '../../catalog/comparison.ts';
import { comparisonMarkdown } from '../../catalog/markdown.ts';
import { jobName } from '../../catalog/reference.ts';
import { statusOf } from '../../catalog/status.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { nameWithSource } from '../../catalog/whose.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FullComparison } from '../../components/FullComparison.tsx';
import { Part } from '../../components/Part.tsx';
import { ToolName } from '../../components/ToolName.tsx';
import { ToolSearch } from '../../components/ToolSearch.tsx';
import { WatchButton } from '../../components/WatchButton.tsx';
import { alternatives, chooseRight, goTo, type View } from './state.ts';

/** Two tools: the summary, the rows, and ways to replace either side. */
export function Pair({
  state: { left, right, findings, catalog },
}: {
  state: Extract<View, { kind: 'pair' }>;
}) {
  const [replacing, setReplacing] = useState<'left' | 'right'>();
  const [choices, setChoices] = useState<ToolSummary[]>();
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => void inPrivateWindow().then(setPrivate), []);
  const { reference } = catalog;
  const choose = (side: 'left' | 'right') => {
    setReplacing(side);
    setChoices(undefined);
    void alternatives(side === 'left' ? right : left, catalog).then(setChoices);
  };
  const replace = (id: string) => {
    setReplacing(undefined);
    if (replacing === 'left') goTo(id, comparisonSide(right));
    else void chooseRight(left, id);
  };
  return (
    <>
      <h1>
        <a href={toolUrl(comparisonSide(left))}>
          <ToolName tool={left} />
        </a>{' '}
        vs{' '}
        <a href={toolUrl(comparisonSide(right))}>
          <ToolName tool={right} />
        </a>
      </h1>
      <Part
        name="The summary"
        render={() => <p class="answer">{comparisonSummary(left, right, reference).join(' ')}</p>}
      />
      <div class="actions">
        <button class="btn" type="button" onClick={() => choose('left')}>
          Replace {nameWithSource(left)}
        </button>
        <button class="btn" type="button" onClick={() => choose('right')}>
          Replace {nameWithSource(right)}
        </button>
        <button class="btn" type="button" onClick={() => goTo(comparisonSide(right), comparisonSide(left))}>
          Swap sides
        </button>
        {[left, right].map((tool) => (
          <WatchButton
            key={tool.id}
            look="words"
            tool={tool}
            isWatched={isWatched(tool)}
            isPrivate={isPrivate}
            // Somebody may press it before it is known what window this is.
            onWatch={(isOn) => void inPrivateWindow().then((isPrivate) => watch(tool, isOn, isPrivate))}
          />
        ))}
        <CopyButton label="Copy summary" text={() => comparisonMarkdown(left, right, reference, today())} />
        <button class="btn" type="button" onClick={() => print()}>
          Print
        </button>
      </div>
      {replacing && (
        <ToolSearch
          key={replacing}
          tools={choices}
          jobName={(job) => jobName(reference, job)}
          label={`Replace ${nameWithSource(replacing === 'left' ? left : right)} with…`}
          autoFocus
          onChoose={replace}
          onCancel={() => setReplacing(undefined)}
        />
      )}
      <Part
        name="The comparison"
        render={() => (
          <FullComparison
            left={left}
            right={right}
            rows={comparison(left, right, reference, today())}
            findings={findings}
            reviewers={reference.reviewers}
            successorHref={(tool) => successorUrl(tool.id, statusOf(tool))}
          />
        )}
      />
    </>
  );
}
