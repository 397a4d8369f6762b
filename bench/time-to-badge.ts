import type { Extension } from '../harness/extension.ts';
import type { BenchPage } from './pages.ts';
import { compare, type Row } from './report.ts';
import { interleave, type Pair } from './running.ts';

/** How long the badge takes, and how often it is there in the first frame that has the title. */
export async function timeToBadge({ ours, baseline }: Pair, page: BenchPage, loads: number): Promise<Row[]> {
  const seen = await interleave({ ours, baseline }, loads, (extension) => load(extension, page));
  const times = (all: TitleFrames[]) => all.map(({ badgeMs }) => badgeMs);
  const inFrame = (all: TitleFrames[]) =>
    all.filter(({ titleFrame, badgeFrame }) => badgeFrame <= titleFrame).length;
  const count = { ours: inFrame(seen.ours), baseline: inFrame(seen.baseline), of: loads };
  return [
    compare(`time to badge: ${page.name}`, 'ms', times(seen.ours), times(seen.baseline)),
    { what: "  in the title's first frame", count },
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

/** The first frames that laid out the title and the badge, and the badge's time in milliseconds since the navigation started. */
type TitleFrames = { titleFrame: number; badgeFrame: number; badgeMs: number };

type Recorder = { titleFrames?: Promise<TitleFrames> };

/** Runs in the page before anything else: checks each frame just before it is painted, until title and badge are there. */
function recordTitleFrames(title: string): void {
  const hasBox = (selector: string) => Boolean(document.querySelector(selector)?.getClientRects().length);
  const seen = { titleFrame: 0, badgeFrame: 0, badgeMs: 0 };
  let frame = 0;
  (globalThis as Recorder).titleFrames = new Promise((done) => {
    const look = () => {
      frame += 1;
      if (hasBox(title)) seen.titleFrame ||= frame;
      if (hasBox('span[class^=h]:empty')) {
        seen.badgeFrame ||= frame;
        seen.badgeMs ||= performance.now();
      }
      if (seen.titleFrame && seen.badgeFrame) done(seen);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Runs in the page after its load: waits for the recorded frames, for at most five seconds. */
function recordedTitleFrames(): Promise<TitleFrames | null> {
  const recorded = (globalThis as Recorder).titleFrames ?? Promise.resolve(null);
  return Promise.race([recorded, new Promise<null>((late) => setTimeout(() => late(null), 5_000))]);
}
