import type { FakeWeb } from './fake-web.ts';

/** Hosts that the browsers themselves ask, with no extension in them: updates, settings, sign-in, certificates. */
const browsersOwn = [
  /(^|\.)(google|googleapis|gstatic|gvt1)\.com$/,
  /(^|\.)(mozilla|firefox)\.(com|net|org)$/,
  /(^|\.)mozaws\.net$/,
];

/** Hosts outside the fake web that someone asked for and that no browser asks by itself. */
export const strangers = (web: FakeWeb): string[] =>
  [...new Set(web.refused)].filter((host) => !browsersOwn.some((own) => own.test(host)));

/** Requests that no page made by being opened: everything but documents and their icons. */
export const besidesPages = (web: FakeWeb): string[] =>
  web.requests
    .filter(({ kind, path }) => kind !== 'document' && path !== '/favicon.ico')
    .map(({ host, path }) => host + path);
