import { registerContentScript, injectIntoOpenTabs, reinjectIntoOpenTabs } from './content-script.ts';
import { clearRevoked, recordRevoked } from './revoked-hosts.ts';

/** Shows marks where the right to was granted, in open tabs too; `origins` are match patterns. */
export function onPermissionsAdded(origins?: string[]): Promise<void> {
  return withPermissionsLock(async () => {
    await clearRevoked(origins);
    await registerContentScript();
    await injectIntoOpenTabs(origins);
  });
}

/** Takes marks away where the right to was taken back, in open tabs too. */
export function onPermissionsRemoved(origins?: string[]): Promise<void> {
  return withPermissionsLock(async () => {
    await recordRevoked(origins);
    await registerContentScript();
    await reinjectIntoOpenTabs(origins);
  });
}

/** Brings the registered marks in line with the rights there are: they may have changed while nobody watched. */
export function reconcileContentScript(): Promise<void> {
  return withPermissionsLock(registerContentScript);
}

// Rights change several times at once where somebody takes back one after the other; the last word counts.
function withPermissionsLock(work: () => Promise<void>): Promise<void> {
  return navigator.locks.request('permissions', work);
}
