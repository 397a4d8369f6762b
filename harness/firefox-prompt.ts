import type { Browser } from 'puppeteer-core';
import type { Privileged } from './firefox-privileged.ts';
import { firefoxWindow } from './firefox-window.ts';
import { until } from './until.ts';

/** Has Firefox ask a person about rights again, as it does outside of tests, or answer yes by itself. */
export async function promptForRights(browser: Browser, asks: boolean): Promise<void> {
  await prefer(browser, 'extensions.webextOptionalPermissionPrompts', asks);
}

/** Has Firefox give an extension the hosts of its manifest at installation, or leave them all out as a person may. */
export async function grantAtInstallation(browser: Browser, gives: boolean): Promise<void> {
  await prefer(browser, 'extensions.originControls.grantByDefault', gives);
}

async function prefer(browser: Browser, name: string, value: boolean): Promise<void> {
  const inWindow = await firefoxWindow(browser);
  await inWindow(setPreference, name, value);
}

// Runs inside Firefox's own window.
function setPreference(name: string, value: boolean): void {
  (globalThis as unknown as Privileged).Services.prefs.setBoolPref(name, value);
}

type Prompt = HTMLElement & { secondaryButton?: HTMLElement };

/** Presses “Deny” in Firefox's question about rights, once it is there; gives back what the question says. */
export async function denyRights(browser: Browser): Promise<string> {
  const inWindow = await firefoxWindow(browser);
  return until('the browser’s question', () =>
    inWindow(() => {
      const asked = document.querySelector<Prompt>('#addon-webext-permissions-notification');
      if (!asked?.secondaryButton?.getClientRects().length) return '';
      const text = asked.textContent || 'asked';
      asked.secondaryButton.click();
      return text;
    }),
  );
}
