import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { noToolsPage } from '../sites/no-tools-page.ts';
import { pageFacts } from '../sites/page-facts.ts';

// Its return value is the result of `scripting.executeScript` in the popup; it leaves nothing in the page.
export default defineUnlistedScript(() => ({
  facts: pageFacts(document, location.href),
  noPage: noToolsPage(document, location.href),
}));
