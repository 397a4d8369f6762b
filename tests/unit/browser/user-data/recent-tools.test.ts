import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rememberRival, rememberTool } from '../../../../browser/user-data/recent-tools.ts';
import { settings, readSetting } from '../../../../browser/user-data/settings.ts';
import { emptyUserDb, storedKeys } from '../../../builders/user-db.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyUserDb();
});

describe('recent tools and rivals', () => {
  it('are stored newest first, at most eight, without duplicates', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'c']) await rememberTool(id, false);
    expect(await readSetting(settings.recentTools)).toEqual(['c', 'i', 'h', 'g', 'f', 'e', 'd', 'b']);
  });
  it('store nothing from private windows', async () => {
    await rememberTool('oven', true);
    await rememberRival('baking', 'pan', true);
    expect(await storedKeys()).toEqual([]);
  });
  it('lose none that are opened or chosen at once', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => rememberTool(id, false)));
    await Promise.all(['x', 'y', 'z'].map((job) => rememberRival(job, 'pan', false)));
    expect((await readSetting(settings.recentTools)).toSorted()).toEqual(['a', 'b', 'c']);
    expect(await readSetting(settings.lastRivals)).toEqual({ x: 'pan', y: 'pan', z: 'pan' });
  });
  it('store one rival for each job', async () => {
    await rememberRival('baking', 'pan', false);
    await rememberRival('brewing', 'vat', false);
    expect(await readSetting(settings.lastRivals)).toEqual({ baking: 'pan', brewing: 'vat' });
  });
});
