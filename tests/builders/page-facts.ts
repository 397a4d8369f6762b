import { pageFacts } from '../../sites/page-facts.ts';
import type { PageFacts } from '../../sites/site.ts';

/** What the page at an address states, by the site's own reader. */
export function factsAt(url: string, html: string): PageFacts | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return pageFacts(page, url);
}
