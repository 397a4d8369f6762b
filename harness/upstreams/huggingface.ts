import { upstream, type Upstream } from './upstream.ts';

/** A model as `GET /api/models/{id}` gives it (https://huggingface.co/docs/hub/api). */
export const model = {
  id: 'acme/bread-7b',
  private: false,
  disabled: false,
  gated: false as false | 'auto' | 'manual',
  lastModified: '2026-11-01T10:00:00.000Z',
  downloads: 12_345,
  siblings: [{ rfilename: 'model.safetensors' }],
  cardData: { license: 'apache-2.0' } as Record<string, unknown>,
};

/** Models by their id; of one that is missing it says 401, as the hub does without a token. */
export function huggingfaceUpstream(models: Record<string, unknown>): Promise<Upstream> {
  return upstream(({ path }) => {
    const json = models[path.replace('/api/models/', '')];
    const headers = { 'x-error-code': 'RepoNotFound' };
    return json ? { json } : { status: 401, headers, json: { error: 'Repository not found' } };
  });
}
