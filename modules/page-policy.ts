import { addViteConfig, defineWxtModule } from 'wxt/modules';

/**
 * The content security policy of all our pages and the background, as a manifest has it: own scripts, styles and images; no
 * frame, form, font, worker or script made of text. Feeds are fetched from any https host, and over http from this machine.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Pages that fetch a feed themselves; all others talk to the background, so they may connect to nothing but the package. */
const fetching = ['options'];

/** For the head of a page: it may connect to the package alone. */
export const ownFilesOnly = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'" />`;

/** Narrows the policy of each page that fetches nothing. Not while developing, when Vite's client needs its server. */
export default defineWxtModule((wxt) => {
  if (wxt.config.command !== 'build') return;
  const transformIndexHtml = (html: string, { filename }: { filename: string }) =>
    fetching.some((name) => filename.includes(`/entrypoints/${name}/`))
      ? html
      : html.replace('<head>', `<head>\n    ${ownFilesOnly}`);
  addViteConfig(wxt, () => ({ plugins: [{ name: 'page-policy', transformIndexHtml }] }));
});
