import type { Row } from '../catalog/comparison.ts';
import type { PageFindings } from '../catalog/page-findings.ts';
import { claims, elsewhere } from '../catalog/claims.ts';
import { sourceViews } from '../catalog/fact-views.ts';
import type { Reviewers } from '../catalog/reference.ts';
import { statusOf } from '../catalog/status.ts';
import { votesInLetters } from '../catalog/seats.ts';
import { scorecard } from '../catalog/scorecard.ts';
import { whoseVerdict } from '../catalog/verdict-of.ts';
import { versionLabel } from '../catalog/version.ts';
import type { AttributedTool } from '../catalog/whose.ts';
import { useState } from 'preact/hooks';
import { ComparisonCell } from './ComparisonCell.tsx';
import { AttributedClaims } from './AttributedClaims.tsx';
import { PageFindingsRow } from './PageFindingsRow.tsx';
import { SeatBars } from './SeatBars.tsx';
import { Sources } from './Sources.tsx';
import { StatusNote } from './StatusNote.tsx';
import { ToolName } from './ToolName.tsx';
import { VoteAndTake } from './VoteAndTake.tsx';
import styles from './FullComparison.module.css';

type Props = {
  left: AttributedTool;
  right: AttributedTool;
  rows: readonly Row[];
  /** What pages in open tabs state, by side. */
  findings: readonly [readonly PageFindings[], readonly PageFindings[]];
  reviewers: Reviewers;
  /** Where what followed a tool is. */
  successorHref(tool: AttributedTool): string | undefined;
};

/** Two tools side by side: a row for each question on which they differ, each reviewer's takes, what is the same, the sources. */
export function FullComparison({ left, right, rows, findings, reviewers, successorHref }: Props) {
  const sides = [left, right];
  const takes = sides.map((tool) => scorecard(tool, reviewers));
  const panel = reviewers.filter(({ id }) => takes.flat().some((take) => take.id === id));
  const same = rows.filter(({ isSame }) => isSame);
  const [isOpen, setOpen] = useState(false);
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <td />
          {sides.map((tool) => (
            <th key={tool.id} scope="col">
              <span class={styles.name}>
                <span>
                  <ToolName tool={tool} />{' '}
                  {tool.review?.version && <span class="small">{versionLabel(tool.review.version)}</span>}{' '}
                  {whoseVerdict(tool) && <span class="small">Verdict {whoseVerdict(tool)}</span>}{' '}
                  <StatusNote status={statusOf(tool)} href={successorHref(tool)} />
                </span>
                <SeatBars votes={votesInLetters(tool.review?.votes)} size="large" isAlone />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.filter(({ isSame }) => !isSame).map(row)}
        <PageFindingsRow sides={findings} />
        {panel.map(({ id, name, question }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <span class={`small ${styles.line}`}>{question}</span>
            </th>
            {takes.map((side, at) => {
              const take = side.find((one) => one.id === id);
              return (
                <td key={at} class={take ? '' : 'quiet'}>
                  {take ? <VoteAndTake take={take} /> : 'No review from this seat'}
                </td>
              );
            })}
          </tr>
        ))}
        {same.length > 0 && (
          <tr>
            <th scope="row">
              <button class="link" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                Same for both ({same.length})
              </button>
            </th>
            <td class="quiet" colSpan={2}>
              {same.map(({ question }) => question).join(', ')}
            </td>
          </tr>
        )}
        {isOpen && same.map(row)}
        {[
          { title: 'Maker’s claims (not verified)', bySide: sides.map(claims) },
          { title: 'Other panels', bySide: sides.map(elsewhere) },
        ].map(
          ({ title, bySide }) =>
            bySide.flat().length > 0 && (
              <tr key={title}>
                <th scope="row">{title}</th>
                {bySide.map((side, at) => (
                  <td key={at} class={side.length > 0 ? '' : 'quiet'}>
                    {side.length > 0 ? <AttributedClaims claims={side} /> : 'None'}
                  </td>
                ))}
              </tr>
            ),
        )}
        <tr>
          <th scope="row">Sources</th>
          {sides.map((tool) => (
            <td key={tool.id} class={styles.sources}>
              <Sources sources={sourceViews(tool, Object.keys(tool.sources))} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function row({ question, left, right, leads }: Row) {
  return (
    <tr key={question}>
      <th scope="row">{question}</th>
      <ComparisonCell cell={left} leads={leads && leads === 'left'} />
      <ComparisonCell cell={right} leads={leads && leads === 'right'} />
    </tr>
  );
}
