import { readAddress } from './address.ts';
import { docsRepository } from './docs-repository.ts';
import { githubFacts } from './github-facts.ts';
import { huggingfaceFacts } from './huggingface-facts.ts';
import { pypiFacts } from './pypi-facts.ts';
import type { PageFacts } from './site.ts';

/** How the pages of a site are parsed; `late` selects the part in which facts may still appear after the load. */
type Parser = { parse(page: Document, segments: string[]): PageFacts; late?: string };

// Separate from the sites themselves, since only pages with a badge and the popup need them.
const parsers = new Map<string, Parser>([
  // The About column, whose releases are loaded after the page since 2026.
  ['github.com', { parse: githubFacts, late: '.Layout-sidebar, [class*="PageLayout-Pane"]' }],
  ['huggingface.co', { parse: huggingfaceFacts }],
  ['pypi.org', { parse: pypiFacts }],
]);

/** What a page states about its tool, without any request; on a site without a parser, only which repository it is built from. */
export function pageFacts(page: Document, url: string): PageFacts {
  const address = readAddress(url);
  const parser = address && parsers.get(address.host);
  if (parser) return parser.parse(page, address.segments);
  const repository = docsRepository(page, url);
  return repository ? { repository } : {};
}

/** A selector of the part of a page in which facts may still appear after the load. */
export function latePart(url: string): string | undefined {
  return parsers.get(readAddress(url)?.host ?? '')?.late;
}
