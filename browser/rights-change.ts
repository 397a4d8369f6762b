import { markHosts, markOpenTabs, markOpenTabsAgain } from './marked-hosts.ts';
import { restore, withdraw } from './withdraw.ts';

/** Shows marks where the right to was granted, in open tabs too; `origins` are match patterns. */
export function rightsGranted(origins?: string[]): Promise<void> {
  return inTurn(async () => {
    await restore(origins);
    await markHosts();
    await markOpenTabs(origins);
  });
}

/** Takes marks away where the right to was taken back, in open tabs too. */
export function rightsTakenBack(origins?: string[]): Promise<void> {
  return inTurn(async () => {
    await withdraw(origins);
    await markHosts();
    await markOpenTabsAgain(origins);
  });
}

/** Brings the registered marks in line with the rights there are: they may have changed while nobody watched. */
export function compareRights(): Promise<void> {
  return inTurn(markHosts);
}

// Rights change several times at once where somebody takes back one after the other; the last word counts.
function inTurn(work: () => Promise<void>): Promise<void> {
  return navigator.locks.request('rights', work);
}
