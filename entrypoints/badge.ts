import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBadge } from '../badge/start.ts';
import { pageOn } from '../sites/page.ts';
import { requiredSites } from '../sites/required.ts';

// The script of the manifest, on the required sites alone.
export default defineUnlistedScript({ main: () => startBadge((url) => pageOn(requiredSites, url)) });
