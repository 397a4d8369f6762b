import type { Source } from './source.ts';
import { dockerHub } from './sources/docker-hub.ts';
import { endoflife } from './sources/endoflife.ts';
import { github } from './sources/github.ts';
import { huggingface } from './sources/huggingface.ts';
import { npm } from './sources/npm.ts';
import { openVsx } from './sources/open-vsx.ts';
import { osv } from './sources/osv.ts';
import { pypi } from './sources/pypi.ts';
import { vsCodeMarketplace } from './sources/vscode-marketplace.ts';

/** Every source that is asked, in the order of the report. */
export const sources: readonly Source[] = [
  github,
  pypi,
  npm,
  huggingface,
  osv,
  endoflife,
  dockerHub,
  vsCodeMarketplace,
  openVsx,
];
