import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { inTurn } from './interleave.ts';
import type { BenchPage } from './pages.ts';
import type { Row } from './report.ts';
import type { Running } from './running.ts';
import { figure } from './statistics.ts';
import { recordedTitleFrames, recordTitleFrames, type TitleFrames } from './title-frames.ts';

/** How long the badge takes, and how often it is there in the first frame that has the title. */
export async function timeToBadge(
  { ours, floor }: Running<'ours' | 'floor'>,
  web: FakeWeb,
  page: BenchPage,
  loads: number,
): Promise<Row[]> {
  web.use(page.variant);
  const seen = await inTurn({ ours, floor }, loads, (extension) => load(extension, page));
  const times = (all: TitleFrames[]) => figure(all.map(({ badgeMs }) => badgeMs));
  const inFrame = (all: TitleFrames[]) =>
    all.filter(({ titleFrame, badgeFrame }) => badgeFrame <= titleFrame).length;
  return [
    { what: `time to badge: ${page.name}`, unit: 'ms', ours: times(seen.ours), floor: times(seen.floor) },
    {
      what: `  in the title's first frame`,
      count: { ours: inFrame(seen.ours), floor: inFrame(seen.floor), of: loads },
    },
  ];
}

async function load(extension: Extension, { url, title, name }: BenchPage): Promise<TitleFrames> {
  const page = await extension.newPage();
  await page.evaluateOnNewDocument(recordTitleFrames, title);
  await extension.stopBackground();
  await page.goto(url);
  const seen = await page.evaluate(recordedTitleFrames);
  await page.close();
  if (!seen) throw new Error(`No badge came on the page "${name}" within five seconds.`);
  return seen;
}
