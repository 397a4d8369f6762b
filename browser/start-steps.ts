import browser from 'webextension-polyfill';

export type Steps = Record<string, () => Promise<void>>;

const key = 'failedSteps';

/** Runs steps in this order; one that fails is logged and noted by name, for Settings, and does not keep the others from running. */
export async function runSteps(steps: Steps): Promise<void> {
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step();
      await note(name, undefined);
    } catch (error) {
      console.error(`Failed to ${name}.`, error);
      await note(name, (error as Error | undefined)?.message ?? String(error));
    }
  }
}

/** The steps that failed when they ran last, each with the reason, until the browser ends. */
export async function readFailedSteps(): Promise<[name: string, reason: string][]> {
  const { [key]: stored } = await browser.storage.session.get(key);
  return Object.entries(Object(stored) as Record<string, string>);
}

// Only the background writes, one step after the other. Content scripts cannot reach this storage.
async function note(name: string, reason: string | undefined): Promise<void> {
  try {
    const failed = new Map(await readFailedSteps());
    if (reason === undefined && !failed.delete(name)) return;
    if (reason !== undefined) failed.set(name, reason);
    await browser.storage.session.set({ [key]: Object.fromEntries(failed) });
  } catch (error) {
    console.warn('What failed cannot be noted.', error);
  }
}
