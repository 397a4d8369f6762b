import type { AskContext } from './source.ts';

/** The JSON at a path of the source's address; null for 404 and 410; throws a sentence at anything else. */
export async function upstreamJson(
  { fetch, signal, address }: AskContext,
  path: string,
  init: RequestInit = {},
): Promise<unknown> {
  const response = await fetch(`${address}${path}`, { ...init, signal });
  if (response.status === 404 || response.status === 410) return null;
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('answered with something that is not JSON');
  }
}
