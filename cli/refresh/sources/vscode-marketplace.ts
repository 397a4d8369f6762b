import * as z from 'zod/mini';
import { normalizePageId, pageName } from '../../../catalog/page-id.ts';
import { askEach } from '../ask-each.ts';
import { deleted, question, shown } from '../question.ts';
import type { AskContext, Source } from '../source.ts';
import { upstreamJson } from '../upstream-json.ts';
import { versionProposal } from '../version-proposal.ts';

// Names of the query's numbers: microsoft/vscode, extensionGalleryService.ts, which also has the property of a pre-release.
const byName = 7;
const withVersionsAndProperties = 0x1 | 0x10;
const preRelease = 'Microsoft.VisualStudio.Code.PreRelease';
const maxVersions = 60;

/**
 * VS Code Marketplace: the newest version that is no pre-release, by the query that vsce and VS Code send
 * (https://github.com/microsoft/vscode-vsce/blob/main/src/publicgalleryapi.ts); it does not say what is deprecated.
 */
export const vsCodeMarketplace: Source = {
  name: 'vscode-marketplace',
  title: 'VS Code Marketplace',
  address: 'https://marketplace.visualstudio.com',
  hosts: ['marketplace.visualstudio.com'],
  limits: { maxBytes: 20_000_000 },
  wants: ({ pages }) => pages.filter((page) => page.startsWith('pkg:vscode-extension/')),
  ask: (ids, context) => askEach(ids, context, (id) => query(itemOf(id), context)),
  propose(tool, { id, answer }) {
    const [extension] = answerShape.parse(answer).results.flatMap(({ extensions }) => extensions);
    if (!extension) return [deleted(tool, id, 'VS Code Marketplace')];
    const item = `${extension.publisher.publisherName}.${extension.extensionName}`;
    if (normalizePageId(item) !== normalizePageId(itemOf(id)))
      return [question(tool, ['pages'], 'Renamed pages', `The marketplace calls ${id} ${shown(item)} now`)];
    const stable = extension.versions.find(
      ({ properties = [] }) => !properties.some(({ key, value }) => key === preRelease && value === 'true'),
    );
    if (!stable) return [];
    const source = {
      key: 'vscode-marketplace',
      url: `https://marketplace.visualstudio.com/items?itemName=${item}`,
      title: `VS Code Marketplace: ${item}`,
      version: stable.version,
    };
    const released = stable.lastUpdated.slice(0, 10);
    return versionProposal(tool, { page: id, version: stable.version, released, source });
  },
};

const answerShape = z.object({
  results: z.array(
    z.object({
      extensions: z.array(
        z.object({
          publisher: z.object({ publisherName: z.string() }),
          extensionName: z.string(),
          versions: z.array(
            z.object({
              version: z.string(),
              lastUpdated: z.iso.datetime(),
              properties: z.optional(z.array(z.object({ key: z.string(), value: z.string() }))),
            }),
          ),
        }),
      ),
    }),
  ),
});

async function query(item: string, context: AskContext): Promise<unknown> {
  const filters = [{ criteria: [{ filterType: byName, value: item }], pageNumber: 1, pageSize: 1 }];
  const answer = await upstreamJson(context, '/_apis/public/gallery/extensionquery', {
    method: 'POST',
    headers: { accept: 'application/json;api-version=3.0-preview.1', 'content-type': 'application/json' },
    body: JSON.stringify({ filters, assetTypes: [], flags: withVersionsAndProperties }),
  });
  const { success, data } = answerShape.safeParse(answer);
  if (!success) return answer;
  for (const { extensions } of data.results)
    for (const extension of extensions) extension.versions = extension.versions.slice(0, maxVersions);
  return data;
}

function itemOf(page: string): string {
  return pageName(page).replace('/', '.');
}
