import browser from 'webextension-polyfill';
import { missingPermissions } from '../../browser/host-access/host-permissions.ts';
import product from '../../product.json' with { type: 'json' };
import { requestAccess, notice, permissions } from './state.ts';

/** What opens after an installation that gave no site access: what the extension does, and the button to allow it. */
export function Welcome() {
  const state = permissions.value;
  if (!state) return <div class="opening" aria-busy="true" />;
  const { required, products } = state;
  const missing = missingPermissions(required);
  const optional = missingPermissions(products);
  return (
    <>
      <h1>{product.name} is ready</h1>
      <p>
        See what reviewers think of an AI tool, and whether you may use it commercially, right on its page.
        Everything stays on your device.
      </p>
      <p role="status">{notice.value}</p>
      {missing.length > 0 ? (
        <>
          <h2>One permission needed</h2>
          <p>Allow badges on {missing.map(({ host }) => host).join(', ')}.</p>
          <button class="btn main" type="button" onClick={() => requestAccess(missing)}>
            Allow
          </button>
        </>
      ) : (
        <p>
          You’re set. Try it:{' '}
          <a href="https://github.com/ollama/ollama" target="_blank" rel="noreferrer">
            github.com/ollama/ollama
          </a>
        </p>
      )}
      {optional.length > 0 && (
        <>
          <h2>Optional: vendor websites</h2>
          <p>
            Badges can also show on {optional.length} of the tools’ own sites. Choose them one by one in
            Settings.
          </p>
          <button class="btn" type="button" onClick={() => requestAccess(optional)}>
            Allow all {optional.length}
          </button>
        </>
      )}
      <p class="links">
        <button class="link" type="button" onClick={() => void browser.runtime.openOptionsPage()}>
          Settings
        </button>
      </p>
      <p>The toolbar button works without any of this.</p>
    </>
  );
}
