import { github } from './github.ts';
import { huggingface } from './huggingface.ts';
import { pypi } from './pypi.ts';
import type { Site } from './site.ts';

/** The sites with required access, which are all that the script in the manifest knows: each kilobyte of another would cost their pages. */
export const requiredSites: Site[] = [github, huggingface, pypi];

/** Match patterns of the required hosts; if an update adds one, browsers disable the extension until the user accepts it. */
export const matches = /* @__PURE__ */ requiredSites.map(({ host }) => `https://${host}/*`);
