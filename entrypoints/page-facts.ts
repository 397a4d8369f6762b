import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageFacts } from '../sites/page-facts.ts';

// Its return value is the result of `scripting.executeScript` in the popup; it leaves nothing in the page.
export default defineUnlistedScript(() => pageFacts(document, location.href));
