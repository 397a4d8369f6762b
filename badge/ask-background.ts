import { chromeApi } from '../browser/chrome-api.ts';
import { message, type Answers, type Messages } from '../browser/messages.ts';

type Question = 'is-hidden' | 'look-up';

/**
 * What the background answers about this page; nothing where it does not, as when access to the page was revoked. Rejects where
 * there is no background. A prerendered page asks once it is shown, since until then the tab shows another page.
 */
export async function ask<Q extends Question>(
  question: Q,
  data: Messages[Q] = null,
): Promise<Answers[Q] | undefined> {
  if ('prerendering' in document && document.prerendering)
    await new Promise((shown) => document.addEventListener('prerenderingchange', shown, { once: true }));
  return chromeApi.runtime.sendMessage<unknown, Answers[Q] | undefined>(message(question, data));
}
