// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CatalogReader } from '../../../browser/catalog-db/catalog-reader.ts';
import * as store from '../../../browser/catalog-db/open-catalog.ts';
import * as access from '../../../browser/host-access/host-permissions.ts';
import * as products from '../../../browser/host-access/product-sites.ts';
import * as stored from '../../../browser/user-data/settings.ts';
import { Options } from '../../../entrypoints/options/Options.tsx';
import { change, load, loaded, notice } from '../../../entrypoints/options/preferences.ts';
import { loadPermissions, permissions } from '../../../entrypoints/options/site-access.ts';
import { sites } from '../../../sites/index.ts';

const catalog = { tools: 7, layers: [{ feed: 'own', name: 'Own', published: '2026-11-01T00:00:00Z' }] };
const headings = () => screen.getAllByRole('heading').map(({ textContent }) => textContent);
const all = ['Settings', 'Sites', 'Turn off on a site', 'History', 'Keyboard', 'Data'];

beforeEach(() => {
  fakeBrowser.reset();
  loaded.value = notice.value = permissions.value = undefined;
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(store, 'openCatalog').mockResolvedValue(catalog as unknown as CatalogReader);
  Object.assign(fakeBrowser, { commands: { getAll: () => Promise.resolve([]) } });
  vi.spyOn(access, 'onPermissionsChanged').mockReturnValue();
});
afterEach(cleanup);

describe('the settings page', () => {
  const failing = () => Promise.reject(new Error('broken'));
  const hanging = () => new Promise<never>(() => undefined);

  it.each([
    ['fails', failing],
    ['never answers', hanging],
  ])('shows every section where each read %s', async (_, read) => {
    vi.spyOn(store, 'openCatalog').mockImplementation(read);
    vi.spyOn(stored, 'readSetting').mockImplementation(read);
    vi.spyOn(access, 'readHostPermissions').mockImplementation(read);
    Object.assign(fakeBrowser, { commands: { getAll: read } });
    render(<Options />);
    void loadPermissions();
    await load();
    await screen.findByRole('heading', { level: 1 });
    expect(headings()).toEqual(
      read === failing
        ? [...all.slice(0, 3), 'Hidden pages', ...all.slice(3)]
        : all.filter((each) => each !== 'Sites'),
    );
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    expect(screen.getByRole('button', { name: 'Check feed' })).toBeTruthy();
    if (read === failing) expect(screen.getAllByText('This cannot be read now.').length).toBeGreaterThan(1);
  });
  it('shows the rest where one part cannot be read, and logs that once', async () => {
    vi.spyOn(store, 'openCatalog').mockImplementation(failing);
    vi.mocked(console.error).mockClear();
    await load();
    await load();
    render(<Options />);
    expect(headings()).toContain('Data');
    const errors = vi.mocked(console.error).mock.calls.filter(([text]) => String(text).includes('catalog'));
    expect(errors.length).toBeLessThan(2);
  });
  it('shows the rest where one part cannot be drawn', async () => {
    await load();
    loaded.value = { ...loaded.value, disabledHosts: 7 as unknown as string[] };
    render(<Options />);
    expect(document.body.textContent).toContain('The sites where badges are off cannot be shown.');
    expect(headings()).toContain('Data');
  });
  it('says why something could not be stored', async () => {
    await load();
    render(<Options />);
    vi.spyOn(stored, 'changeSetting').mockImplementation(failing);
    await change(stored.settings.badgePosition, () => 'corner', 'Saved.');
    const told = await screen.findByText(/That did not work: broken/);
    expect(told.closest('fieldset')?.textContent).toContain('Badge position');
  });
  it('answers where it was asked', async () => {
    Object.assign(fakeBrowser.permissions, { contains: () => Promise.resolve(true) });
    await load();
    render(<Options />);
    fireEvent.input(screen.getByLabelText('Website'), { target: { value: 'nonsense' } });
    fireEvent.submit(screen.getByLabelText('Website').closest('form')!);
    const refused = await screen.findByText('“nonsense” isn’t a website address.');
    expect(refused.closest('section')?.querySelector('h2')?.textContent).toBe('Turn off on a site');
    fireEvent.input(screen.getByLabelText('Feed URL'), { target: { value: 'no address' } });
    fireEvent.submit(screen.getByLabelText('Feed URL').closest('form')!);
    const unknown = await screen.findByText('“no address” isn’t a web address.');
    expect(unknown.previousElementSibling).toBe(screen.getByLabelText('Feed URL').closest('form'));
    expect(screen.queryByText('“nonsense” isn’t a website address.')).toBeNull();
  });
});

describe('the sites in settings', () => {
  const granting = (...origins: string[]) =>
    Object.assign(fakeBrowser.permissions, { getAll: () => Promise.resolve({ origins, permissions: [] }) });
  const shown = async () => {
    vi.spyOn(products, 'readProductHosts').mockResolvedValue([]);
    vi.spyOn(products, 'bundledProductHosts').mockResolvedValue([]);
    await load();
    await loadPermissions();
    render(<Options />);
    await screen.findByText('More sites');
  };
  const summaries = () =>
    [...document.querySelectorAll('details:has(button) > summary')].map(({ textContent }) => textContent);

  it('are folded by what they are for, with how many are on', async () => {
    granting('https://www.npmjs.com/*', 'https://crates.io/*');
    await shown();
    const groups = new Set(sites.filter(({ access }) => access === 'optional').map(({ group }) => group));
    expect(document.querySelectorAll('details:not([open]) ul:has([aria-label*="badges on"])').length).toBe(
      groups.size,
    );
    expect(summaries()).toContainEqual(expect.stringMatching(/^Packages 2 of \d+ on$/));
    expect(summaries()).toContainEqual(expect.stringMatching(/^Extensions 0 of \d+ on$/));
  });

  it('are requested one at a time, at the host that serves the pages', async () => {
    granting();
    const request = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>(() => Promise.resolve(true));
    Object.assign(fakeBrowser.permissions, { request });
    await shown();
    for (const { host, access } of sites)
      if (access === 'optional') screen.getByLabelText(`Allow badges on ${host}`).click();
    const origins = request.mock.calls.map(([{ origins }]) => origins);
    expect(origins.filter((each) => each.length !== 1)).toEqual([]);
    expect(origins).toContainEqual(['https://www.npmjs.com/*']);
    expect(origins).toContainEqual(['https://crates.io/*']);
    expect(origins.flat().filter((each) => each.includes('*.') || each.includes('//*'))).toEqual([]);
  });

  it('say where one is switched off although it is allowed, and are not counted as on', async () => {
    granting('https://www.npmjs.com/*', 'https://crates.io/*');
    await stored.writeSetting(stored.settings.disabledHosts, ['crates.io', 'github.com']);
    await shown();
    expect(summaries()).toContainEqual(expect.stringMatching(/^Packages 1 of \d+ on$/));
    const row = screen
      .getByRole('button', { name: 'Remove access to crates.io', hidden: true })
      .closest('li')!;
    expect(within(row).getByText('Off')).toBeTruthy();
    within(row).getByText('Turn on').click();
    await waitFor(() => expect(within(row).getByText('On')).toBeTruthy());
    expect(row.textContent).toContain('crates.io');
    await waitFor(() =>
      expect(within(row).getByRole('status', { hidden: true }).textContent).toMatch(/crates\.io.*Undo/),
    );
    expect(await stored.readSetting(stored.settings.disabledHosts)).toEqual(['github.com']);
  });

  it('leave out those where no badge can show', async () => {
    granting();
    await shown();
    for (const { host, access } of sites)
      if (access === 'none') expect(screen.queryByLabelText(`Allow badges on ${host}`)).toBeNull();
  });
});
