import product from '../../product.json' with { type: 'json' };
import type { NoPage } from '../../sites/no-page.ts';

const known: Record<number, string> = {
  401: 'it asks to sign in',
  403: 'it does not show this to you',
  404: 'it has no such page',
  410: 'the page is gone',
  429: 'it got too many requests',
  451: 'the page was taken down for legal reasons',
};

/** Why no verdict is shown, in one sentence: “github.com answered with an error, 404: it has no such page.” */
export function noPageText(noPage: NoPage, host = 'The site'): string {
  if ('status' in noPage) {
    const because = known[noPage.status] ?? (noPage.status >= 500 ? 'something failed there' : undefined);
    return `${host} answered with an error, ${noPage.status}${because ? `: ${because}` : ''}.`;
  }
  if ('type' in noPage)
    return `This is a file that the browser shows by itself (${noPage.type || 'of no type'}).`;
  return noPage.reason === 'sandbox'
    ? `${host} shows this in a sandbox, which ${product.name} leaves alone.`
    : `This page does not name the project in its address, as where ${host} asks to sign in.`;
}
