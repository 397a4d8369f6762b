import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { originOf } from '../../browser/host-access/match-patterns.ts';
import { orElse } from '../../browser/or-else.ts';
import { hasAccess, type CurrentPage } from '../../browser/tabs.ts';
import { dismiss, isDismissed, restore } from '../../browser/user-data/dismissed-pages.ts';
import {
  changeSetting,
  including,
  readSetting,
  settings,
  without,
  writeSetting,
  type BadgePosition,
} from '../../browser/user-data/settings.ts';
import { canShowBadge } from '../../sites/index.ts';

/** Whether the badge of the page is hidden, whether it was before the popup opened, and whether that was changed since. */
export const dismissal = signal({ isDismissed: false, wasDismissed: false, isChanged: false });

/** Whether badges show on the page's site (nothing where none could), and whether that was changed since the popup opened. */
type SiteBadges = { areOn?: boolean; isChanged: boolean };
export const siteBadges = signal<SiteBadges>({ isChanged: false });

/** Where badges show; missing until it is read. */
export const position = signal<BadgePosition | undefined>(undefined);

/** Reads whether the badge shows on the page in the tab; `isTools` where the catalog has a tool at its address. */
export async function readBadge(page: CurrentPage, isTools: boolean): Promise<void> {
  const [areOn, hidden] = await Promise.all([
    orElse(areBadgesOn(page, isTools), undefined),
    isTools && orElse(isDismissed(page), false),
  ]);
  siteBadges.value = { isChanged: false, ...(areOn !== undefined && { areOn }) };
  dismissal.value = { isDismissed: hidden, wasDismissed: hidden, isChanged: false };
}

// Where nobody turned anything off and no tool is, the site is none on which a badge would be missed.
async function areBadgesOn({ host, url }: CurrentPage, isTools: boolean): Promise<boolean | undefined> {
  if (host === undefined || !canShowBadge(url ?? '')) return undefined;
  const [access, disabledHosts] = await Promise.all([hasAccess(host), readSetting(settings.disabledHosts)]);
  if (disabledHosts.includes(host)) return false;
  return access || (isTools ? false : undefined);
}

/** Turns badges off on the page's site. */
export async function turnOffSite({ host }: CurrentPage): Promise<void> {
  await changeSetting(settings.disabledHosts, including(host!));
  siteBadges.value = { areOn: false, isChanged: true };
}

/** Asks for access to the page's host where that is missing, and takes the host off the list of turned-off sites. */
export async function turnOnSite({ host }: CurrentPage): Promise<void> {
  // The request comes first: browsers grant it only in the same turn as the click.
  const isGranted = await browser.permissions.request({ origins: [originOf(host!)] });
  if (!isGranted) return;
  await changeSetting(settings.disabledHosts, without(host!));
  siteBadges.value = { areOn: true, isChanged: true };
}

/** Hides the badge on the page in the tab, or shows it again. */
export async function setDismissed(page: CurrentPage, isOn: boolean): Promise<void> {
  await (isOn ? dismiss(page) : restore(page));
  dismissal.value = { ...dismissal.value, isDismissed: isOn, isChanged: true };
}

/** Reads where badges show, for the menu. */
export async function readPosition(): Promise<void> {
  position.value = await readSetting(settings.badgePosition);
}

/** Chooses where badges show. */
export async function choosePosition(chosen: BadgePosition): Promise<void> {
  await writeSetting(settings.badgePosition, chosen);
  position.value = chosen;
}
