import type { Subscription } from '../browser/feed-client/subscriptions.ts';
import { syntheticTool } from '../cli/synthetic-tools.ts';
import { makeFeed, type TestFeed, type TestKey } from '../tests/builders/feed.ts';
import { daysAgo } from '../tests/builders/dates.ts';
import { tool } from '../tests/builders/tool.ts';

export const thing = 'pkg:github/someone/something';
const axolotl = 'pkg:github/axolotl-ai-cloud/axolotl';

/** What the team's feed makes of Axolotl's badge. */
export const changedAxolotl = { [axolotl]: 'kkk' };

/** The day on which the team's feed was published, as pages show it: recent whenever the tests run. */
export const publishedOn = daysAgo(2);

/** A team's feed of two hundred tools: one for a repository that the catalog does not know, one in the place of Axolotl's. */
export function teamFeed(
  key: TestKey,
  version: number,
  votes = 'sss',
  more: Partial<Parameters<typeof makeFeed>[0]> = {},
): Promise<TestFeed> {
  const own = Array.from({ length: 198 }, (_, at) => syntheticTool(at, ['baking']));
  const tools = [
    // Another maker each time, since files that are stored already are not fetched again.
    tool('something', votes, { pages: [thing], maker: `Maker ${version}` }),
    tool('axolotl', 'kkk', { name: 'Axolotl', pages: [axolotl] }),
    ...own,
  ];
  const published = `${publishedOn}T00:00:00Z`;
  return makeFeed({ tools, key, published, version, feed: 'acme', name: 'Acme tools', ...more });
}

/** The subscription that Options would make of it. */
export function subscription(url: string, { text }: TestKey): Subscription {
  return {
    ...{ feed: 'acme', name: 'Acme tools', url, pinnedKey: text, trustedKey: text },
    ...{ use: 'on', highestSeen: { version: 0 } },
  };
}
