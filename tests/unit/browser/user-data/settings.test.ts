import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSetting,
  including,
  readSetting,
  settings,
  without,
  writeSetting,
} from '../../../../browser/user-data/settings.ts';
import { changeItem } from '../../../../browser/user-data/user-db.ts';
import { emptyUserDb } from '../../../builders/user-db.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyUserDb();
});

describe('settings', () => {
  it.each([
    ['badgePosition', 'corner', 'corner'],
    ['badgePosition', 'on the moon', 'beside'],
    ['badgePosition', undefined, 'beside'],
    ['disabledHosts', ['a.example'], ['a.example']],
    ['disabledHosts', 'a.example', []],
    ['disabledHosts', [7], []],
    ['disabledHosts', [7, 'a.example', null, 'a.example', ''], ['a.example']],
    ['dismissedPages', ['x'.repeat(2_001), 'pan.example'], ['pan.example']],
    ['lastRivals', { baking: 'pan' }, { baking: 'pan' }],
    ['lastRivals', { baking: 7, brewing: 'vat' }, { brewing: 'vat' }],
    ['lastRivals', null, {}],
    ['lastRivals', ['pan'], {}],
    ['watched', [['oven'], 'pan'], ['pan']],
    ['recentTools', { 0: 'pan' }, []],
  ] as const)('%s stored as %j reads %j', (name, stored, value) =>
    expect(settings[name].from(stored)).toEqual(value),
  );
  it('are read as they were written', async () => {
    expect(await readSetting(settings.badgePosition)).toBe('beside');
    await writeSetting(settings.badgePosition, 'toolbar');
    expect(await readSetting(settings.badgePosition)).toBe('toolbar');
  });
  it('lie where content scripts can read them only if those need them', async () => {
    await writeSetting(settings.badgePosition, 'corner');
    for (const { key } of Object.values(settings).slice(1)) await changeItem(key, () => ['oven']);
    await writeSetting(settings.lastRivals, { baking: 'pan' });
    await writeSetting(settings.disabledHosts, ['a.example']);
    expect(Object.keys(await fakeBrowser.storage.local.get()).toSorted()).toEqual(['badgePosition', 'hides']);
  });
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'have no rival of a job %s',
    async (job) => {
      expect((await readSetting(settings.lastRivals))[job]).toBeUndefined();
      await changeSetting(settings.lastRivals, (before) => ({ ...before, [job]: 'pan' }));
      expect((await readSetting(settings.lastRivals))[job]).toBe('pan');
    },
  );
  it('of lists keep what two pages add at once', async () => {
    await Promise.all(['oven', 'pan', 'vat'].map((id) => changeSetting(settings.watched, including(id))));
    await Promise.all([
      changeSetting(settings.watched, without('pan')),
      changeSetting(settings.watched, including('oven')),
    ]);
    expect(await readSetting(settings.watched)).toEqual(['vat', 'oven']);
  });
  it('have their defaults where nothing can be read', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('No storage.'));
    vi.stubGlobal('indexedDB', undefined);
    expect(await readSetting(settings.badgePosition)).toBe('beside');
    expect(await readSetting(settings.watched)).toEqual([]);
  });
});
