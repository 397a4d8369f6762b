import { upstream, type Upstream } from './upstream.ts';

/** A product as `GET /api/v1/products/{product}` gives it (https://endoflife.date/docs/api/v1/). */
export const product = {
  schema_version: '1.2.1',
  generated_at: '2026-11-29T00:00:00+00:00',
  result: {
    name: 'bread',
    label: 'Acme Bread',
    category: 'service',
    tags: ['llm', 'service'],
    links: { html: 'https://endoflife.date/bread', releasePolicy: 'https://docs.acme.example/retired' },
    releases: [
      {
        name: 'bread-1',
        label: 'Bread 1',
        releaseDate: '2025-11-01',
        isEol: false,
        eolFrom: '2027-01-31' as string | null,
        custom: { recommendedReplacement: 'bread-2' } as { recommendedReplacement: string } | null,
      },
    ],
  },
};

/** The products with the tag `llm`, and each of them. */
export function endoflifeUpstream(products: Record<string, unknown>): Promise<Upstream> {
  return upstream(({ path }) => {
    const names = Object.keys(products).map((name) => ({
      name,
      uri: `https://endoflife.date/api/v1/products/${name}`,
    }));
    if (path === '/api/v1/tags/llm') return { json: { total: names.length, result: names } };
    const json = products[path.replace('/api/v1/products/', '')];
    return json ? { json } : undefined;
  });
}
