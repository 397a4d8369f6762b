import * as z from 'zod/mini';
import { normalizePageId } from '../../../catalog/page-id.ts';
import { askEach } from '../ask-each.ts';
import { licenseProposal } from '../license-proposal.ts';
import { deleted, question, shown } from '../question.ts';
import type { Source } from '../source.ts';
import { statusProposal } from '../status-proposal.ts';
import { upstreamJson } from '../upstream-json.ts';
import { isVersionOf } from '../version-package.ts';
import { versionProposal } from '../version-proposal.ts';

const prefix = 'open-vsx.org/extension/';

/**
 * Open VSX: the latest version with its date, the license, and whether an extension is deprecated, and for which other
 * (https://open-vsx.org/swagger-ui/index.html, `GET /api/{namespace}/{extension}`).
 */
export const openVsx: Source = {
  name: 'open-vsx',
  title: 'Open VSX',
  address: 'https://open-vsx.org',
  hosts: ['open-vsx.org'],
  wants: ({ pages }) => pages.filter((page) => page.startsWith(prefix)),
  ask: (ids, context) =>
    askEach(ids, context, async (id) => {
      const answer = await upstreamJson(context, `/api/${nameOf(id)}`);
      const { success, data } = answerShape.safeParse(answer);
      return success ? data : answer;
    }),
  propose(tool, { id, answer }) {
    if (answer === null) return [deleted(tool, id, 'Open VSX')];
    const { namespace, name, version, preRelease, timestamp, license, deprecated, replacement } =
      answerShape.parse(answer);
    const called = `${namespace}/${name}`;
    if (normalizePageId(called) !== normalizePageId(nameOf(id)))
      return [question(tool, ['pages'], 'Renamed pages', `Open VSX calls ${id} ${shown(called)} now`)];
    const source = {
      key: 'open-vsx',
      url: `https://open-vsx.org/api/${called}`,
      title: `Open VSX: ${called}`,
      version,
    };
    const marked = deprecated ? { status: 'deprecated', reason: replacement?.displayName } : undefined;
    const released = timestamp.slice(0, 10);
    const isMain = isVersionOf(tool, id) === 'yes';
    return [
      // It is the latest version even where there is none but pre-releases.
      ...(preRelease || deprecated ? [] : versionProposal(tool, { page: id, version, released, source })),
      ...(isMain && license ? licenseProposal(tool, { page: id, license, source }) : []),
      ...statusProposal(tool, id, marked),
    ];
  },
};

const answerShape = z.object({
  namespace: z.string(),
  name: z.string(),
  version: z.string(),
  preRelease: z.optional(z.boolean()),
  timestamp: z.iso.datetime(),
  license: z.optional(z.string()),
  deprecated: z.optional(z.boolean()),
  replacement: z.optional(z.object({ displayName: z.optional(z.string()) })),
});

function nameOf(page: string): string {
  return page.slice(prefix.length);
}
