import browser from 'webextension-polyfill';
import { missingPermissions, type HostPermissions } from '../../browser/host-access/host-permissions.ts';
import { notice, requestAccess } from './state.ts';

/** Where badges show and where they may show too, with buttons that ask for what is missing; what was asked is answered below. */
export function Access({ permissions: { required, optional, products } }: { permissions: HostPermissions }) {
  const missing = missingPermissions(required);
  const vendors = missingPermissions(products);
  return (
    <section>
      <h2>Where badges show</h2>
      {missing.length > 0 ? (
        <>
          <p>One permission is needed: allow badges on {missing.map(({ host }) => host).join(', ')}.</p>
          <button class="btn main" type="button" onClick={() => requestAccess(missing)}>
            Allow
          </button>
        </>
      ) : (
        <p>You’re set: badges show on {required.map(({ host }) => host).join(', ')}.</p>
      )}
      <p role="status">{notice.value}</p>
      <h3>Optional</h3>
      {vendors.length > 0 && (
        <>
          <p>Badges can also show on {vendors.length} of the tools’ own sites.</p>
          <button class="btn" type="button" onClick={() => requestAccess(vendors)}>
            Allow all {vendors.length}
          </button>
        </>
      )}
      <p>
        {optional.length} more sites, such as{' '}
        {optional
          .slice(0, 3)
          .map(({ name }) => name)
          .join(', ')}
        , are off until you allow them.{' '}
        <button class="link" type="button" onClick={() => void browser.runtime.openOptionsPage()}>
          Choose sites in Settings
        </button>
      </p>
      <p>The toolbar button works on every page without any of this.</p>
    </section>
  );
}
