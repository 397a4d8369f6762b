import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageFacts } from '../sites/page-facts.ts';

// What it gives back is the answer that the popup gets; it leaves nothing in the page.
export default defineUnlistedScript(() => pageFacts(document, location.href));
