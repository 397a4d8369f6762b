/** Calls back when the page's address may have changed without a load. */
export function onNavigation(changed: () => void) {
  if ('navigation' in window) {
    navigation.addEventListener('currententrychange', changed);
    return;
  }
  // Firefox before 147 has no Navigation API; these are what GitHub's two navigators say when they are done.
  for (const done of ['turbo:render', 'soft-nav:react-done']) document.addEventListener(done, changed);
  addEventListener('popstate', changed);
}
