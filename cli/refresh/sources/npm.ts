import { availableParallelism } from 'node:os';
import { delimiter } from 'node:path';
import { x } from 'tinyexec';
import * as z from 'zod/mini';
import { pageName } from '../../../catalog/page-id.ts';
import { root } from '../../root.ts';
import { askEach } from '../ask-each.ts';
import { licenseProposal } from '../license-proposal.ts';
import { deleted, question, shown } from '../question.ts';
import type { AskContext, Source } from '../source.ts';
import { statusProposal } from '../status-proposal.ts';
import { isVersionOf } from '../version-package.ts';
import { versionProposal } from '../version-proposal.ts';

/**
 * npm, asked through the npm client that is there and the registry that it knows (https://docs.npmjs.com/cli/v11/commands/npm-view):
 * the version under `latest` with its date, the license, and whether the package is deprecated.
 */
export const npm: Source = {
  name: 'npm',
  title: 'npm',
  address: '',
  hosts: ['www.npmjs.com'],
  wants: ({ pages }) => pages.filter((page) => page.startsWith('pkg:npm/')),
  ask: (ids, context) => askEach(ids, context, (id) => view(nameOf(id), context), 2 * availableParallelism()),
  propose(tool, { id, answer }) {
    if (answer === null) return [deleted(tool, id, 'npm')];
    const { name, version, license, deprecated, time = {} } = answerShape.parse(answer);
    if (name !== nameOf(id))
      return [question(tool, ['pages'], 'Renamed pages', `npm calls ${id} ${shown(name)} now`)];
    const source = {
      key: 'npm',
      url: `https://www.npmjs.com/package/${name}?activeTab=versions`,
      title: `npm: ${name}`,
      version,
    };
    // A mirror has times of its own, which lack when the package was made; they are no dates of releases.
    const released = time.created === undefined ? undefined : time[version]?.slice(0, 10);
    const status = statusProposal(
      tool,
      id,
      deprecated ? { status: 'deprecated', reason: deprecated } : undefined,
    );
    // `latest` stays where it was when a package is given up, so a deprecated version is none to move to.
    const newest = deprecated ? [] : versionProposal(tool, { page: id, version, released, source });
    const isMain = isVersionOf(tool, id) === 'yes';
    const stated = typeof license === 'string' ? license : license?.type;
    return [
      ...newest,
      ...(isMain && stated ? licenseProposal(tool, { page: id, license: stated, source }) : []),
      ...status,
    ];
  },
};

const fields = ['name', 'version', 'license', 'deprecated', 'time'];
const answerShape = z.object({
  name: z.string(),
  version: z.string(),
  // Packages of before 2015 have an object, which the documentation of package.json still mentions.
  license: z.optional(z.union([z.string(), z.object({ type: z.string() })])),
  deprecated: z.optional(z.string()),
  time: z.optional(z.record(z.string(), z.string())),
});

/** What `npm view` prints; null where the registry has no such package. Throws with its code. */
async function view(name: string, { address, secondMs, limits, signal }: AskContext): Promise<unknown> {
  const pause = [`--fetch-retry-mintimeout=${secondMs}`, `--fetch-retry-maxtimeout=${8 * secondMs}`];
  const tries = [`--fetch-retries=${limits.attempts - 1}`, `--fetch-timeout=${limits.timeoutMs}`, ...pause];
  const args = ['view', name, ...fields, '--json', '--loglevel=silent', ...tries];
  // Only a server of a test is named.
  if (address) args.push(`--registry=${address}`, '--prefer-online');
  // Debian's npm runs on Debian's Node only, so it must not find ours.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const env = { ...process.env, PATH: path.join(delimiter) };
  const { stdout } = await x('npm', args, {
    signal,
    timeout: limits.attempts * limits.timeoutMs,
    nodeOptions: { env, cwd: root, shell: process.platform === 'win32' },
  });
  if (stdout.length > limits.maxBytes) throw new Error(`answered with more than ${limits.maxBytes} bytes`);
  const found = jsonOf(stdout);
  const { error } = errorShape.safeParse(found).data ?? {};
  if (!error) return found;
  if (error.code === 'E404') return null;
  throw Object.assign(new Error(`npm answered ${error.code}`), { code: error.code });
}

const errorShape = z.object({ error: z.object({ code: z.string() }) });

function jsonOf(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    throw new Error('answered with something that is not JSON');
  }
}

function nameOf(page: string): string {
  return decodeURIComponent(pageName(page));
}
