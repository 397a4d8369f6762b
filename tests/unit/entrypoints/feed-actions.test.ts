import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeKey } from '../../builders/feed.ts';
import { subscriptionChanger } from '../../builders/change-subscription.ts';

vi.mock('../../../entrypoints/options/preferences.ts', async () => {
  const { signal } = await import('@preact/signals');
  return { load: () => Promise.resolve(), notice: signal(undefined) };
});

const key = (await makeKey()).text;
type Sent = { type: string; data: { feed: string } | null };

/** The actions of a page of Settings on its own, two followed feeds, and what the background was asked. */
async function settings(answer: (sent: Sent) => Promise<unknown> = () => Promise.resolve()) {
  vi.resetModules();
  const [actions, { notice }, subscriptions] = await Promise.all([
    import('../../../entrypoints/options/feed-actions.ts'),
    import('../../../entrypoints/options/preferences.ts'),
    import('../../../browser/feed-client/subscriptions.ts'),
  ]);
  const sent: string[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message: unknown) => {
    sent.push((message as Sent).type);
    return answer(message as Sent) as never;
  });
  const to = (feed: string) =>
    subscriptions.subscriptionTo({ feed, name: feed, url: `https://${feed}.example/`, key });
  await subscriptions.changeSubscriptions(() => [to('kitchen'), to('garden')]);
  const list = async () => (await subscriptions.readSubscriptions()).map(({ feed, use }) => `${feed} ${use}`);
  const changeSubscription = subscriptionChanger(subscriptions);
  return { ...actions, ...subscriptions, changeSubscription, notice, sent, list, kitchen: to('kitchen') };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('the actions of Settings on feeds', () => {
  it('remove a feed once, however often it is pressed, and bring it back in its place', async () => {
    const at = await settings();
    await Promise.all([at.remove(at.kitchen), at.remove(at.kitchen), at.remove(at.kitchen)]);
    await at.remove(at.kitchen);
    expect(await at.list()).toEqual(['garden on']);
    expect(at.notice.value?.text).toBe('“kitchen” was removed.');
    const { undo } = at.notice.value!;
    await Promise.all([undo!(), undo!()]);
    expect(await at.list()).toEqual(['kitchen on', 'garden on']);
    expect(at.notice.value?.text).toBe('Undone.');
  });
  it('keep what became known of another feed, or of this one, when something is undone', async () => {
    const at = await settings();
    await at.switchToBundled();
    expect(await at.list()).toEqual(['kitchen off', 'garden off']);
    await at.changeSubscription('garden', { highestSeen: { version: 9 } });
    await at.changeSubscriptions((all) => all.filter(({ feed }) => feed !== 'kitchen'));
    await at.notice.value!.undo!();
    expect(await at.list()).toEqual(['garden on']);
    expect((await at.readSubscriptions())[0]?.highestSeen.version).toBe(9);
  });
  it('turn all off once: pressed twice, undo still brings back what was on', async () => {
    const at = await settings();
    await at.setUse(at.kitchen, 'paused');
    await Promise.all([at.switchToBundled(), at.switchToBundled()]);
    await at.notice.value!.undo!();
    expect(await at.list()).toEqual(['kitchen paused', 'garden on']);
  });
  it('are answered while the background is silent', async () => {
    const at = await settings(() => new Promise(() => {}));
    await at.remove(at.kitchen);
    expect(at.notice.value?.text).toBe('“kitchen” was removed.');
    expect(await at.list()).toEqual(['garden on']);
  });
  it('say nothing of an update that was stopped', async () => {
    const update = Promise.withResolvers<void>();
    const at = await settings(({ type }) => (type === 'refresh-feed' ? update.promise : Promise.resolve()));
    const checking = at.checkNow('kitchen');
    await vi.waitFor(() => expect(at.sent).toContain('refresh-feed'));
    expect(at.progress.value).toBe('Checking for updates…');
    await at.remove(at.kitchen);
    update.resolve();
    await checking;
    expect(at.notice.value?.text).toBe('“kitchen” was removed.');
    expect(at.progress.value).toBe('');
  });
  it('accept the version that was held back and no other', async () => {
    const at = await settings();
    await at.changeSubscription('kitchen', { highestSeen: { version: 7, sha256: 'ab'.repeat(32) } });
    await at.acceptDrop('kitchen');
    const [kitchen, garden] = await at.readSubscriptions();
    expect([kitchen?.acceptedDrop, garden?.acceptedDrop]).toEqual(['ab'.repeat(32), undefined]);
    expect(at.sent).toContain('refresh-feed');
  });
  it('take over the name that a feed gives itself, with undo', async () => {
    const at = await settings();
    await at.changeSubscription('kitchen', { claimedName: 'Cuisine' });
    await at.acceptClaimedName('kitchen');
    expect((await at.readSubscriptions())[0]?.name).toBe('Cuisine');
    await at.notice.value!.undo!();
    expect((await at.readSubscriptions())[0]).toMatchObject({ name: 'kitchen', claimedName: 'Cuisine' });
  });
  it('tell what went wrong in a sentence', async () => {
    const at = await settings();
    await at.findFeed('no address at all');
    expect(at.notice.value?.text).toBe('“no address at all” isn’t a web address.');
  });
});
