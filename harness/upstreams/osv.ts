import { upstream, type Upstream } from './upstream.ts';

/** A record as OSV has it (https://ossf.github.io/osv-schema/). */
export const record = {
  schema_version: '1.7.0',
  id: 'GHSA-aaaa-bbbb-cccc',
  summary: 'The oven can be opened from outside',
  details: 'Long. '.repeat(500),
  aliases: ['CVE-2026-0001'],
  modified: '2026-11-20T10:00:00Z',
  published: '2026-11-10T10:00:00Z',
  withdrawn: undefined as string | undefined,
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  database_specific: { severity: 'HIGH' } as Record<string, string>,
  affected: [
    {
      package: { ecosystem: 'PyPI', name: 'bread', purl: 'pkg:pypi/bread' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.2.1' }] as object[] }],
      versions: ['1.0', '1.2.0'],
    },
  ],
};

/** `POST /v1/querybatch`, one advisory a page, and `GET /v1/vulns/{id}` (https://google.github.io/osv.dev/api/). */
export function osvUpstream(
  packages: Record<string, string[]>,
  records: Record<string, unknown>,
): Promise<Upstream> {
  return upstream(({ path, body }) => {
    if (path !== '/v1/querybatch') {
      const json = records[path.replace('/v1/vulns/', '')];
      return json ? { json } : undefined;
    }
    const { queries } = body as { queries: { package: { purl: string }; page_token?: string }[] };
    const results = queries.map(({ package: { purl }, page_token = '0' }) => {
      const ids = packages[purl] ?? [];
      const id = ids[Number(page_token)];
      const more = Number(page_token) + 1 < ids.length;
      return id
        ? {
            vulns: [{ id, modified: '2026-11-20T10:00:00Z' }],
            ...(more && { next_page_token: String(Number(page_token) + 1) }),
          }
        : {};
    });
    return { json: { results } };
  });
}
