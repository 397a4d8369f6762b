import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readAddress } from '../sites/address.ts';
import { siteOf } from '../sites/index.ts';

// What it gives back is the answer that the popup gets; it leaves nothing in the page.
export default defineUnlistedScript(() => {
  const { facts } = siteOf(location.href) ?? {};
  return facts?.(document, readAddress(location.href)?.segments ?? []) ?? {};
});
