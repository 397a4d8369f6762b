import { useEffect, useState } from 'preact/hooks';
import type { ToolSummary } from '../catalog/tool-summary.ts';

/** What a pasted link leads to: a tool as it is true of the page with that id, or a sentence on why none is shown. */
export type FoundLink =
  { tool: ToolSummary; page?: string; none?: undefined } | { tool?: undefined; none: string };
/** Finds what a text leads to; nothing where it is no link. */
export type FindLink = (text: string) => Promise<FoundLink | undefined>;

/** What the typed text leads to as a link, once that is found; what is found for an earlier text is never shown. */
export function useLink(text: string, find: FindLink | undefined): FoundLink | undefined {
  const [found, setFound] = useState<{ text: string; link: FoundLink | undefined }>();
  useEffect(() => {
    let isCurrent = true;
    const show = (link: FoundLink | undefined) => isCurrent && setFound({ text, link });
    if (text.trim()) find?.(text).then(show, () => show(undefined));
    return () => void (isCurrent = false);
    // What finds it is made anew with each drawing.
  }, [text]);
  return found?.text === text ? found.link : undefined;
}
