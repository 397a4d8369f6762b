const timeoutMs = 2_000;

/** Waits until the page has loaded and the browser is idle, for two seconds after the load at most. */
export async function loadedAndIdle(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  await new Promise((idle) => requestIdleCallback(idle, { timeout: timeoutMs }));
}
