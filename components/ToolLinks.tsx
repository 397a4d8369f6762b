import { SourceLink } from './SourceLink.tsx';

/** The ways to a tool, each in a new tab; an address without https is only its words. */
export function ToolLinks({ links }: { links: readonly { label: string; url: string }[] }) {
  return links.map(({ label, url }) => (
    <SourceLink key={url} url={url}>
      {label}
    </SourceLink>
  ));
}
