// Tools that no catalog of ours has and every feed may have: what a view must bear.
import { syntheticTool } from '../cli/synthetic-tools.ts';
import { makeFeed, makeKey } from '../tests/builders/feed.ts';
import { tool } from '../tests/builders/tool.ts';
import { subscription } from './acme-feed.ts';
import type { Extension } from './extension.ts';
import type { FakeWeb } from './fake-web.ts';
import { refresh, subscribe } from './feed-state.ts';
import { startMirror } from './mirror.ts';
import { storedGeneration } from './stored-catalog.ts';
import { until } from './until.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const unknown = { value: 'unknown', ...cited } as const;

/** Eighty letters, as long as a name may be, with a word that fits into no line. */
const longName = 'Überlanger Werkzeugname-mit-Donaudampfschifffahrtsgesellschaftskapitänsmütze-v26';
/** A name that runs from right to left. */
const hebrewName = 'תנור אפייה';

// As long as the schema lets each of these be.
const filled = (length: number) =>
  'what anybody may write about a tool of this kind and '.repeat(9).slice(0, length - 1);
const line = { text: `${filled(119)}x`, cites: ['readme'] };
const longReview = {
  version: '2026.11.30-nightly.20261130.4',
  date: '2026-11-20',
  votes: (['builder', 'skeptic', 'futurist', 'creator', 'product'] as const).map((reviewer, at) => ({
    ...{ reviewer, vote: at % 2 ? ('skip' as const) : ('ship' as const) },
    ...{ gist: `${filled(59)}x`, take: `${filled(319)}x`, wouldChange: `${filled(319)}x`, cites: ['readme'] },
  })),
};

const tools = [
  tool(
    'long',
    '',
    {
      name: longName,
      maker: 'Gesellschaft für besonders lange Herstellernamen mbH & Co. KG',
      does: `${filled(139)}x`,
      ...{ bestFor: line, chooseIf: line, review: longReview },
    },
    {
      license: { value: 'LicenseRef-Lab', note: filled(200), ...cited },
      entryPrice: { value: 'freemium', ...cited },
      status: { value: 'maintenance', note: filled(200), ...cited },
      version: { value: '2026.12.30-nightly.20261230.4+build.987654321', ...cited },
      selfHost: { value: 'yes', note: filled(200), ...cited },
      dataGoes: { value: filled(300), ...cited },
    },
  ),
  tool('hebrew', 'sskk', { name: hebrewName }),
  tool('unreviewed', '', { name: 'Unreviewed' }),
  tool(
    'nothing-known',
    '',
    { name: 'Nothing Known', job: 'brewing' },
    { status: unknown, version: unknown, license: unknown, entryPrice: unknown },
  ),
  tool('archived', 'kkkkk', { name: 'Archived' }, { status: { value: 'archived', ...cited } }),
];

export type HardTool = 'long' | 'hebrew' | 'unreviewed' | 'nothing-known' | 'archived';

/** The page of one of them in the fake web. */
export const hardPage = (id: HardTool): string => `https://github.com/someone/${id}`;

/** Has the extension follow a feed with these tools; throws unless they are active then. */
export async function followHardTools(extension: Extension, web: FakeWeb): Promise<void> {
  const mirror = startMirror(web, 'feeds.example');
  const key = await makeKey();
  const others = Array.from({ length: 5 }, (_, at) => syntheticTool(at, ['baking']));
  mirror.show(
    (await makeFeed({ tools: [...tools, ...others], key, feed: 'acme', name: 'Acme tools' })).files,
  );
  await until('the stored catalog', () => extension.run(storedGeneration));
  const page = await extension.openPage('options.html');
  await extension.grantFeedHost('feeds.example');
  await subscribe(page, [subscription(mirror.url, key)]);
  const { lastError } = await refresh(page, 'acme');
  await page.close();
  if (lastError) throw new Error(`The feed is not active: ${lastError.message}`);
}
