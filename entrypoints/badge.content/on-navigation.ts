/**
 * Calls back when the page's address may have changed without a load, and (with `true`) when it comes back from
 * the back/forward cache, where settings and catalog may have changed behind it.
 */
export function onNavigation(changed: (again?: boolean) => Promise<void>, signal: AbortSignal) {
  const options = { signal };
  if ('navigation' in window) {
    navigation.addEventListener('currententrychange', () => void changed(), options);
  } else {
    // Firefox before 147 has no Navigation API; these are what GitHub's two navigators say when they are done.
    for (const done of ['turbo:render', 'soft-nav:react-done'])
      document.addEventListener(done, () => void changed(), options);
    addEventListener('popstate', () => void changed(), options);
  }
  addEventListener('pageshow', ({ persisted }) => persisted && void changed(true), options);
}
