import { describe, expect, it } from 'vitest';
import { noPage } from '../../../sites/no-page.ts';

const url = 'https://github.com/ollama/ollama?tab=readme#top';
const xhtml = 'http://www.w3.org/1999/xhtml';

type Given = { type?: string; root?: string | null; origin?: string; status?: number; at?: string };

/** A document as a browser gives it to a content script. */
function loaded({
  type = 'text/html',
  root = xhtml,
  origin = 'https://github.com',
  status,
  at = url,
}: Given): Document {
  const entries = status === undefined ? [] : [{ name: at, responseStatus: status }];
  return {
    contentType: type,
    documentElement: root === null ? null : { namespaceURI: root },
    defaultView: { origin, performance: { getEntriesByType: () => entries } },
  } as unknown as Document;
}

describe('what can be a tool’s page', () => {
  it.each<[string, Given]>([
    ['an answer', { status: 200 }],
    ['one whose status the browser does not tell', { status: 0 }],
    ['one of which nothing is known', {}],
    ['one not modified', { status: 304 }],
    ['XHTML', { type: 'application/xhtml+xml', status: 200 }],
    ['one without an element yet', { root: null, status: 200 }],
    ['another path, after one that was missing', { status: 404, at: 'https://github.com/ollama/none' }],
    [
      'the same path below another, after one that was missing',
      { status: 404, at: 'https://github.com/ollama/ollama/x' },
    ],
    ['another path, after a name that is not an address', { status: 404, at: 'document' }],
  ])('%s', (_, given) => expect(noPage(loaded(given), url)).toBeUndefined());

  it('a document without a window', () => {
    const parsed = { ...loaded({}), defaultView: null };
    expect(noPage(parsed, url)).toBeUndefined();
  });
});

describe('what is none', () => {
  it.each([400, 401, 403, 404, 410, 429, 451, 500, 502, 503, 599])('an answer with status %d', (status) =>
    expect(noPage(loaded({ status }), url)).toEqual({ status }),
  );
  it('an error at the same path with another query or fragment', () =>
    expect(noPage(loaded({ status: 404, at: 'https://github.com/ollama/ollama' }), url)).toEqual({
      status: 404,
    }));
  it.each([
    'application/xml',
    'text/xml',
    'application/atom+xml',
    'image/svg+xml',
    'text/plain',
    'application/json',
    'application/pdf',
    'image/png',
    'video/mp4',
    'audio/mpeg',
    'multipart/x-mixed-replace',
    'text/css',
    '',
  ])('a document of type “%s”, whatever its root', (type) => {
    for (const root of [xhtml, 'http://www.w3.org/2005/Atom', null])
      expect(noPage(loaded({ type, root, status: 200 }), url)).toEqual({ type });
  });
  it('a page whose root is no element of HTML', () =>
    expect(noPage(loaded({ root: 'http://www.w3.org/2000/svg' }), url)).toEqual({ type: 'text/html' }));
  it('a page in a sandbox', () =>
    expect(noPage(loaded({ origin: 'null' }), url)).toEqual({ reason: 'sandbox' }));
});
