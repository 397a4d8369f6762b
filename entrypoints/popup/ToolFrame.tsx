import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  const { tightness, scroll } = useTightness(nameWithSource(heading), below !== undefined);
  return (
    <>
      <PopupHeader title={<ToolName tool={heading} />} subtitle={about} isLong={name.length > maxName}>
        {buttons}
      </PopupHeader>
      <div
        class={['scroll', 'scroll is-tight', 'scroll is-tight is-tightest'][tightness]}
        ref={scroll}
        tabIndex={0}
        role="region"
        aria-label={`About ${nameWithSource(heading)}`}
      >
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

// As popup.css has it; a popup that gets less room scrolls anyway.
const wholeHeight = 600;

/**
 * How closely a tool is shown so that all that is asked first is seen at once: 0 as it is, 1 with cut reasons, 2 with everything
 * cut; measured when all is drawn.
 */
function useTightness(tool: string, isWhole: boolean) {
  const scroll = useRef<HTMLDivElement>(null);
  const [of, setOf] = useState({ tool, tightness: 0 });
  const tightness = of.tool === tool ? of.tightness : 0;
  useLayoutEffect(() => {
    const { current } = scroll;
    const last = isWhole && current!.querySelector('section');
    const footer = current!.nextElementSibling as HTMLElement | null;
    if (
      tightness < 2 &&
      last &&
      last.getBoundingClientRect().bottom + (footer?.offsetHeight ?? 0) > wholeHeight
    )
      setOf({ tool, tightness: tightness + 1 });
  }, [tool, isWhole, tightness]);
  return { tightness, scroll };
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
