import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBadge } from '../badge/start.ts';
import { productSites, sites } from '../sites/index.ts';
import { pageOn } from '../sites/page.ts';

// The script of the hosts that were granted later; it knows all sites.
export default defineUnlistedScript({ main: () => startBadge((url) => pageOn(sites, url, productSites)) });
