import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../../entrypoints/background.ts';
import { fromOwnPage, fromPage } from '../../builders/senders.ts';

const steps = vi.hoisted(() => {
  const step = () => vi.fn((): Promise<unknown> => Promise.resolve([]));
  return {
    rebuildCatalog: step(),
    ensureCatalog: step(),
    followSubscriptions: step(),
    repairCatalog: step(),
    refreshFeeds: step(),
    publishHides: step(),
    reconcileContentScript: step(),
    injectIntoOpenTabs: step(),
    scheduleRefresh: step(),
    showNewsOnIcon: step(),
    openWelcomePage: step(),
  };
});
vi.mock('../../../browser/feed-client/rebuild.ts', () => steps);
vi.mock('../../../browser/feed-client/refresh.ts', () => steps);
vi.mock('../../../browser/catalog-db/check-published.ts', () => ({ watchPublished: () => {} }));
vi.mock('../../../browser/feed-client/schedule.ts', () => ({
  ...steps,
  correctSchedule: () => Promise.resolve(),
  refreshAlarm: 'refresh-feeds',
}));
vi.mock('../../../browser/user-data/hidden-badges.ts', () => ({ ...steps, watchHides: () => {} }));
vi.mock('../../../browser/page-messages.ts', () => ({ pageHandlers: {} }));
vi.mock('../../../browser/host-access/permission-events.ts', () => steps);
vi.mock('../../../browser/host-access/content-script.ts', () => steps);
vi.mock('../../../browser/pages.ts', () => steps);
vi.mock('../../../browser/news-on-icon.ts', () => steps);

type Step = keyof typeof steps;
const atInstallation: [Step, string][] = [
  ['publishHides', 'publish what is hidden'],
  ['rebuildCatalog', 'prepare the catalog'],
  ['reconcileContentScript', 'register the badge'],
  ['scheduleRefresh', 'schedule the feeds'],
  ['showNewsOnIcon', 'show what is new on the icon'],
  ['openWelcomePage', 'open the welcome page'],
  ['injectIntoOpenTabs', 'add the badge to open tabs'],
];
const atStart: [Step, string][] = [
  ['publishHides', 'publish what is hidden'],
  ['ensureCatalog', 'prepare the catalog'],
  ['reconcileContentScript', 'register the badge'],
  ['scheduleRefresh', 'schedule the feeds'],
  ['showNewsOnIcon', 'show what is new on the icon'],
];

/** Runs the background script in a new browser in which nothing has happened yet. */
function startBackground() {
  vi.clearAllMocks();
  fakeBrowser.reset();
  for (const event of [fakeBrowser.permissions.onAdded, fakeBrowser.permissions.onRemoved])
    Object.assign(event, { addListener: vi.fn() });
  background.main();
}

/** The steps that ran, in the order they ran. */
const ran = () =>
  Object.entries(steps)
    .filter(([, step]) => step.mock.calls.length > 0)
    .sort(([, one], [, other]) => one.mock.invocationCallOrder[0]! - other.mock.invocationCallOrder[0]!)
    .map(([name]) => name);

const install = () => fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
const start = () => fakeBrowser.runtime.onStartup.trigger();

async function send(type: string, sender: ReturnType<typeof fromPage>): Promise<unknown> {
  const [answer] = await fakeBrowser.runtime.onMessage.trigger({ type, data: null }, sender, () => {});
  return answer;
}

describe.each([
  ['an installation', install, atInstallation],
  ['a start of the browser', start, atStart],
])('after %s', (_, trigger, expected) => {
  const names = expected.map(([step]) => step);
  let logged: MockInstance<typeof console.error>;

  beforeEach(() => {
    startBackground();
    logged = vi.spyOn(console, 'error').mockReturnValue();
  });

  it('every step runs, one after the other', async () => {
    let finishFirst = () => {};
    steps[names[0]!].mockReturnValueOnce(new Promise<void>((done) => (finishFirst = done)));
    await trigger();
    expect(ran()).toEqual(names.slice(0, 1));
    finishFirst();
    await vi.waitFor(() => expect(ran()).toEqual(names));
    expect(logged).not.toHaveBeenCalled();
  });

  it.each(expected)('a failing %s is logged, and the others run', async (step, name) => {
    const error = new Error('no space left');
    steps[step].mockRejectedValueOnce(error);
    await trigger();
    await vi.waitFor(() => expect(ran()).toEqual(names));
    await vi.waitFor(() => expect(logged.mock.calls).toEqual([[`Failed to ${name}.`, error]]));
  });

  it('messages are answered while a step is running', async () => {
    steps[names[0]!].mockReturnValueOnce(new Promise(() => {}));
    await trigger();
    await send('repair-catalog', fromOwnPage());
    expect(steps.repairCatalog).toHaveBeenCalled();
  });
});

it('a failed rebuild after a change of feeds still sets the alarm and is reported to the page', async () => {
  startBackground();
  steps.followSubscriptions.mockRejectedValueOnce(new Error('no space left'));
  const answer = send('feeds-changed', fromOwnPage());
  await expect(answer).rejects.toThrow('no space left');
  expect(steps.scheduleRefresh).toHaveBeenCalledOnce();
});

it.each(['repair-catalog', 'start-again', 'feeds-changed', 'refresh-feed'])(
  'a page cannot have the background %s',
  async (type) => {
    startBackground();
    expect(await send(type, fromPage('https://github.com/someone/oven'))).toBeUndefined();
    expect(ran()).toEqual([]);
  },
);
