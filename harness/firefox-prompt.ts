import type { Browser } from 'puppeteer-core';
import type { Privileged } from './firefox-privileged.ts';
import { firefoxWindow } from './firefox-window.ts';
import { until } from './until.ts';

/** Makes Firefox show its permission prompt, as it does outside of tests, or accept by itself. */
export async function promptForPermissions(browser: Browser, prompts: boolean): Promise<void> {
  await prefer(browser, 'extensions.webextOptionalPermissionPrompts', prompts);
}

/** Has Firefox give an extension the hosts of its manifest at installation, or withhold them all, as a person may. */
export async function grantAtInstallation(browser: Browser, grants: boolean): Promise<void> {
  await prefer(browser, 'extensions.originControls.grantByDefault', grants);
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

/** Presses “Deny” in Firefox's permission prompt, once it is there; gives back the text of the prompt. */
export async function denyPermissions(browser: Browser): Promise<string> {
  const inWindow = await firefoxWindow(browser);
  return until('the permission prompt', () =>
    inWindow(() => {
      const prompt = document.querySelector<Prompt>('#addon-webext-permissions-notification');
      if (!prompt?.secondaryButton?.getClientRects().length) return '';
      const text = prompt.textContent || 'prompt';
      prompt.secondaryButton.click();
      return text;
    }),
  );
}
