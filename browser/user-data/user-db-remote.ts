import browser from 'webextension-polyfill';
import { message, type Answers, type Message } from '../messages.ts';

const maxAttempts = 5;

/** An item that the background has stored. Rejects where it does not answer. */
export async function readRemote(key: string): Promise<unknown> {
  return (await send<'read-item'>(message('read-item', { key }))).item;
}

/** Changes an item that the background has stored, again if another page changed it meanwhile. Rejects where that fails. */
export async function changeRemote<T>(key: string, change: (before: unknown) => T): Promise<T> {
  let before = await readRemote(key);
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const next = change(before);
    const answer = await send<'replace-item'>(message('replace-item', { key, before, next }));
    if (answer.isDone) return next;
    before = answer.item;
  }
  throw new Error('Other pages keep changing the same item.');
}

async function send<K extends 'read-item' | 'replace-item'>(sent: Message<K>): Promise<Answers[K]> {
  const answer = await browser.runtime.sendMessage<unknown, Answers[K] | undefined>(sent);
  if (!answer) throw new Error('The background does not answer.');
  return answer;
}
