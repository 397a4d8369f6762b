/** Calls back when the page's address may have changed without a load, until the signal. */
export function onNavigation(changed: () => void, signal: AbortSignal) {
  if ('navigation' in window) {
    navigation.addEventListener('currententrychange', changed, { signal });
    return;
  }
  // Firefox before 147 has no Navigation API; these are what GitHub's two navigators say when they are done.
  for (const done of ['turbo:render', 'soft-nav:react-done'])
    document.addEventListener(done, changed, { signal });
  addEventListener('popstate', changed, { signal });
}
