import { injectIntoOpenTabs, registerContentScript } from './content-script.ts';
import { publishHides } from '../user-data/hidden-badges.ts';
import { clearRevoked, recordRevoked } from './revoked-hosts.ts';

/** Shows badges on newly granted hosts, in open tabs too; `origins` are match patterns. */
export async function onPermissionsAdded(origins?: string[]): Promise<void> {
  await withPermissionsLock(async () => {
    await clearRevoked(origins);
    await publishHides();
    await registerContentScript();
  });
  // Outside of the lock, since a tab answers only once its page has loaded, and access may be revoked until then.
  await injectIntoOpenTabs(origins);
}

/** Removes badges from revoked hosts, in open tabs too. */
export function onPermissionsRemoved(origins?: string[]): Promise<void> {
  return withPermissionsLock(async () => {
    await recordRevoked(origins);
    await publishHides();
    await registerContentScript();
  });
}

/** Brings the registered content script in line with the permissions, which may have changed while the background did not run. */
export function reconcileContentScript(): Promise<void> {
  return withPermissionsLock(registerContentScript);
}

// Removing several permissions in a row gives as many events; one after the other, the last one reads the final state.
function withPermissionsLock(work: () => Promise<void>): Promise<void> {
  return navigator.locks.request('permissions', work);
}
