import * as z from 'zod/mini';
import { compareVersions } from '../../../catalog/numbering.ts';
import { pageName } from '../../../catalog/page-id.ts';
import { askEach } from '../ask-each.ts';
import { deleted } from '../question.ts';
import type { Source } from '../source.ts';
import { upstreamJson } from '../upstream-json.ts';
import { isVersionOf } from '../version-package.ts';
import { versionProposal } from '../version-proposal.ts';

// Tags of releases, as opposed to branches, platforms and variants: `1.12.3`, `v0.9`.
const release = /^v?\d+(\.\d+){1,3}$/;

/**
 * Docker Hub: the newest tag that is a version, of the hundred pushed last
 * (https://docs.docker.com/reference/api/hub/latest/#tag/repositories/paths/~1v2~1namespaces~1{namespace}~1repositories~1{repository}~1tags/get).
 * It calls no image deprecated (seen 2026-11).
 */
export const dockerHub: Source = {
  name: 'docker-hub',
  title: 'Docker Hub',
  address: 'https://hub.docker.com',
  hosts: ['hub.docker.com'],
  wants: ({ pages }) => pages.filter((page) => page.startsWith('pkg:docker/')),
  ask: (ids, context) =>
    askEach(ids, context, async (id) => {
      const answer = await upstreamJson(context, tagsOf(id));
      const { success, data } = answerShape.safeParse(answer);
      return success ? data : answer;
    }),
  propose(tool, { id, answer }) {
    if (answer === null) return [deleted(tool, id, 'Docker Hub')];
    const { results } = answerShape.parse(answer);
    // Whoever numbers a tool by its image says so; a tag is too seldom the tool's own number to ask.
    if (isVersionOf(tool, id) !== 'yes') return [];
    const tags = results.filter(({ name }) => release.test(name));
    const newest = tags.toSorted((a, b) => compareVersions('plain', plain(b.name), plain(a.name)) ?? 0)[0];
    if (!newest) return [];
    const source = {
      key: 'docker-hub',
      url: `https://hub.docker.com${tagsOf(id)}`,
      title: `Docker Hub: ${pageName(id)}`,
      version: newest.name,
    };
    const released = newest.tag_last_pushed?.slice(0, 10);
    return versionProposal(tool, { page: id, version: plain(newest.name), released, source });
  },
};

const answerShape = z.object({
  results: z.array(z.object({ name: z.string(), tag_last_pushed: z.nullish(z.iso.datetime()) })),
});

function tagsOf(id: string): string {
  const name = pageName(id);
  const [namespace, repository] = name.includes('/') ? name.split('/') : ['library', name];
  return `/v2/namespaces/${namespace}/repositories/${repository}/tags?page_size=100`;
}

function plain(tag: string): string {
  return tag.replace(/^v/, '');
}
