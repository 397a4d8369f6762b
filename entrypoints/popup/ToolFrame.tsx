import type { ComponentChildren } from 'preact';
import type { Band } from '../../catalog/bands.ts';
import type { Heading, VerdictText } from '../../catalog/headline.ts';
import { nameWithSource } from '../../catalog/whose.ts';
import { Bands } from '../../components/Bands.tsx';
import { FeedNotice } from '../../components/FeedNotice.tsx';
import { Part } from '../../components/Part.tsx';
import { PopupHeader } from '../../components/PopupHeader.tsx';
import { SeatTiles, type TilesProps } from '../../components/SeatTiles.tsx';
import { ToolName } from '../../components/ToolName.tsx';
import { Verdict } from '../../components/Verdict.tsx';

export type VerdictHere = {
  verdict: VerdictText;
  bands: readonly Band[];
  expired?: string | undefined;
};
export type FrameProps = {
  heading: Heading;
  /** What is wrong, and the verdict; should that throw, a sentence stands in its place. */
  verdictHere(): VerdictHere;
  /** What stands in place of a band's words. */
  inPlace?(band: Band): ComponentChildren;
  /** How a seat's review is opened and shown. */
  seats?: Omit<TilesProps, 'votes'>;
  buttons?: ComponentChildren;
  links?: ComponentChildren;
  above?: ComponentChildren;
  below?: ComponentChildren;
  footer?: ComponentChildren;
};

// Longer ones may be cut to one line or to two; pressed or reached by keyboard, they are shown whole.
const [maxName, maxDoes] = [24, 50];

/** The popup on one tool: first what is known at once, then the same elements with all else around them. */
export function ToolFrame(props: FrameProps) {
  const { heading, buttons, links, above, below, footer } = props;
  const { name, about, does } = heading;
  return (
    <>
      <PopupHeader title={<ToolName tool={heading} />} subtitle={about} isLong={name.length > maxName}>
        {buttons}
      </PopupHeader>
      <div class="scroll" tabIndex={0} role="region" aria-label={`About ${nameWithSource(heading)}`}>
        {above}
        <p class="does" tabIndex={does.length > maxDoes ? 0 : undefined}>
          {does}
        </p>
        <div class="links">{links}</div>
        <Part name="The verdict" render={() => <VerdictPart {...props} />} />
        {below}
      </div>
      {footer && <footer>{footer}</footer>}
    </>
  );
}

function VerdictPart({ heading, verdictHere, inPlace, seats }: FrameProps) {
  const { verdict, bands, expired } = verdictHere();
  return (
    <>
      <Bands bands={bands} inPlace={inPlace} />
      <div class="verdict">
        <Verdict {...verdict} />
        <SeatTiles votes={verdict.votes} {...seats} />
      </div>
      <FeedNotice feed={heading.from} expired={expired} />
    </>
  );
}
