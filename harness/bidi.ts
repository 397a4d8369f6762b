// Raw WebDriver BiDi: puppeteer has no words for Firefox's own window and for shadow roots.
import type { Browser, Page } from 'puppeteer-core';

type Connection = { send(method: string, params: object): Promise<{ result: unknown }> };

/** Whether a browser is driven over BiDi, as Firefox is, and not over CDP. */
export const speaksBidi = (browser: Browser): boolean => 'connection' in browser;

/** Sends one BiDi command over the connection that puppeteer holds. */
export async function bidi<T>(browser: Browser, method: string, params: object): Promise<T> {
  const { connection } = browser as unknown as { connection: Connection };
  return (await connection.send(method, params)).result as T;
}

/** BiDi's name for a page. */
export const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;

type Evaluated =
  | { type: 'success'; result: { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** What a script sent over BiDi gave back as JSON text, read again. */
export function jsonFrom<T>(evaluated: unknown): T {
  const answer = evaluated as Evaluated;
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  const { value } = answer.result;
  return (typeof value === 'string' ? JSON.parse(value) : undefined) as T;
}
