import type { ComponentChildren } from 'preact';
import type { Heading, VerdictText } from '../../catalog/headline.ts';
import type { PageFinding } from '../../catalog/page-findings.ts';
import { nameWithSource } from '../../catalog/whose.ts';
import { Part } from '../../components/Part.tsx';
import { FindingList, PageFindings } from '../../components/PageFindings.tsx';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import { StatusNote } from '../../components/StatusNote.tsx';
import { ToolName } from '../../components/ToolName.tsx';
import { FeedNotice, Verdict } from '../../components/Verdict.tsx';

export type VerdictHere = {
  verdict: VerdictText;
  findings: readonly PageFinding[];
  expired?: string | undefined;
  /** What is to be known before the verdict. */
  before?: string | false | undefined;
};
export type FrameProps = {
  heading: Heading;
  /** How what followed the tool is opened. */
  successor?: { href?: string | undefined; onOpen?: (() => void) | undefined };
  /** The verdict and what the page states; should that throw, a sentence stands in its place. */
  verdictHere(): VerdictHere;
  buttons?: ComponentChildren;
  above?: ComponentChildren;
  below?: ComponentChildren;
  footer?: ComponentChildren;
};

/** The popup on one tool: first its name and the verdict alone, then the same elements with all else around them. */
export function ToolFrame({ heading, successor, verdictHere, buttons, above, below, footer }: FrameProps) {
  return (
    <>
      <PopupHeader
        initial={[...heading.name][0] ?? ''}
        title={<ToolName tool={heading} />}
        subtitle={heading.about}
        note={heading.status && <StatusNote status={heading.status} isDated {...successor} />}
      >
        {buttons}
      </PopupHeader>
      <div class="scroll" tabIndex={0} role="region" aria-label={`About ${nameWithSource(heading)}`}>
        {above}
        <Part name="The verdict" render={() => <Verdicts feed={heading.from} {...verdictHere()} />} />
        {below}
      </div>
      {footer && <footer>{footer}</footer>}
    </>
  );
}

/** The verdict with what the page states beside it; a fork, and what the site itself warns of, come first. */
function Verdicts({ verdict, findings, feed, expired, before }: VerdictHere & { feed: string | undefined }) {
  const fork = findings.find(({ kind }) => kind === 'fork');
  const isFirst = findings.some(({ first }) => first);
  return (
    <>
      {fork && (
        <div class="before">
          <FindingList findings={[fork]} />
        </div>
      )}
      {isFirst && <PageFindings findings={findings} />}
      {before && <p class="before">{before}</p>}
      <Verdict {...verdict} />
      {!fork && !isFirst && <PageFindings findings={findings} />}
      <FeedNotice feed={feed} expired={expired} />
    </>
  );
}
