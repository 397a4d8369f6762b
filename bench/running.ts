import { badgeText } from '../harness/badge.ts';
import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { launch } from '../harness/launch.ts';
import type { Target } from '../harness/target.ts';
import { until } from '../harness/until.ts';
import { unpacked, type Contender } from './extensions.ts';
import { heavy } from './pages.ts';

/** Contenders, each in a browser of its own. */
export type Running<C extends Contender = Contender> = Record<C, Extension>;

/** Starts a browser for each contender, does the work and ends all of them, whatever happens. */
export async function withRunning<C extends Contender>(
  target: Target,
  web: FakeWeb,
  contenders: readonly C[],
  work: (running: Running<C>) => Promise<void>,
): Promise<void> {
  const running: Partial<Running<C>> = {};
  try {
    for (const each of contenders) {
      const extension = await launch(target, web, { directory: unpacked(target, each) });
      running[each] = extension;
      if (each === 'ours') await becomeReady(extension, web);
    }
    await work(running as Running<C>);
  } finally {
    await Promise.all(Object.values<Extension>(running as Running).map((each) => each.close()));
  }
}

/** Waits until the catalog of a fresh installation is stored, which a badge proves. */
async function becomeReady(extension: Extension, web: FakeWeb): Promise<void> {
  web.use(heavy.variant);
  const page = await extension.newPage();
  await until('the first badge', async () => {
    await page.goto(heavy.url);
    return badgeText(page, 'button', 500);
  });
  await page.close();
}
