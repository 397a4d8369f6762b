import { readAddress } from './address.ts';
import { githubFacts } from './github-facts.ts';
import { huggingfaceFacts } from './huggingface-facts.ts';
import { pypiFacts } from './pypi-facts.ts';
import type { PageFacts } from './site.ts';

/** How a site's pages are read; `late` is a selector of the part in which facts may still appear after the load. */
type Reader = { read(page: Document, segments: string[]): PageFacts; late?: string };

// Apart from the sites themselves, since only pages with a mark and the popup need them.
const readers: Record<string, Reader> = {
  // The About column; its releases come after the load since 2026.
  'github.com': { read: githubFacts, late: '.Layout-sidebar, [class*="PageLayout-Pane"]' },
  'huggingface.co': { read: huggingfaceFacts },
  'pypi.org': { read: pypiFacts },
};

/** What a page states, read from it alone: nothing is asked of the network. Empty where its site is not read. */
export function pageFacts(page: Document, url: string): PageFacts {
  const address = readAddress(url);
  return (address && readers[address.host]?.read(page, address.segments)) ?? {};
}

/** A selector of the part of such a page in which facts may still appear. */
export function latePart(url: string): string | undefined {
  return readers[readAddress(url)?.host ?? '']?.late;
}

/** Whether pages at this address are read. */
export function isRead(url: string): boolean {
  return Object.hasOwn(readers, readAddress(url)?.host ?? '');
}
