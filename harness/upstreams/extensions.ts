import { upstream, type Upstream } from './upstream.ts';

/** An extension as Open VSX's `GET /api/{namespace}/{extension}` gives it (https://open-vsx.org/swagger-ui/index.html). */
export const openVsxExtension = {
  namespace: 'acme',
  name: 'bread',
  version: '1.2.0',
  preRelease: false,
  timestamp: '2026-11-01T10:00:00Z',
  license: 'MIT',
  downloadCount: 5,
  deprecated: false,
  replacement: undefined as { displayName: string } | undefined,
};

/** An extension as the marketplace's query gives it (https://github.com/microsoft/vscode-vsce/blob/main/src/publicgalleryapi.ts). */
export const marketplaceExtension = {
  publisher: { publisherName: 'acme', displayName: 'Acme' },
  extensionName: 'bread',
  flags: 'validated, public',
  versions: [
    {
      version: '1.2.0',
      lastUpdated: '2026-11-01T10:00:00Z',
      properties: [] as { key: string; value: string }[],
    },
  ],
};

/** The tags of an image (https://docs.docker.com/reference/api/hub/latest/). */
export const tags = {
  count: 3,
  next: null,
  results: [
    { name: 'latest', status: 'active', tag_last_pushed: '2026-11-02T10:00:00.000000Z' },
    { name: '1.2.0', status: 'active', tag_last_pushed: '2026-11-01T10:00:00.000000Z' },
    { name: '1.2.0-rocm', status: 'active', tag_last_pushed: '2026-11-01T10:00:00.000000Z' },
  ],
};

/** Answers by path, of Open VSX and Docker Hub. */
export function pathUpstream(answers: Record<string, unknown>): Promise<Upstream> {
  return upstream(({ path }) => (answers[path] ? { json: answers[path] } : undefined));
}

/** The marketplace's query for one extension. */
export function marketplaceUpstream(extensions: Record<string, unknown>): Promise<Upstream> {
  return upstream(({ body }) => {
    const { filters } = body as { filters: { criteria: { value: string }[] }[] };
    const found = extensions[filters[0]!.criteria[0]!.value];
    return { json: { results: [{ extensions: found ? [found] : [] }] } };
  });
}
