import browser from 'webextension-polyfill';
import { missingPermissions } from '../../browser/host-access/host-permissions.ts';
import { requestAccess, notice, permissions } from './state.ts';

/** What is shown after an installation that brought no right to show marks: what for, and the button. */
export function Welcome() {
  const shown = permissions.value;
  if (!shown) return <div class="opening" aria-busy="true" />;
  const { required, products } = shown;
  const missing = missingPermissions(required);
  const others = missingPermissions(products);
  return (
    <>
      <h1>Hullmark is installed</h1>
      <p>
        It shows, beside an AI tool’s name on the tool’s own page, whether a panel of reviewers would ship
        with it. All of that is on your device: no address of a page leaves the browser.
      </p>
      <p role="status">{notice.value}</p>
      {missing.length > 0 ? (
        <>
          <h2>Marks need your leave</h2>
          <p>This browser has not let the extension in on {missing.map(({ host }) => host).join(', ')}.</p>
          <button class="btn main" type="button" onClick={() => requestAccess(missing)}>
            Show marks there
          </button>
        </>
      ) : (
        <p>All is there: open a repository, a model or a package, and its mark stands beside the name.</p>
      )}
      {others.length > 0 && (
        <>
          <h2>The makers’ own sites, if you like</h2>
          <p>
            The catalog knows {others.length} more sites, those of the tools’ makers. Options let you choose
            them one by one.
          </p>
          <button class="btn" type="button" onClick={() => requestAccess(others)}>
            Show marks on all {others.length}
          </button>
        </>
      )}
      <p class="links">
        <button class="link" type="button" onClick={() => void browser.runtime.openOptionsPage()}>
          Options
        </button>
      </p>
      <p>The toolbar button answers on every page without any of this.</p>
    </>
  );
}
