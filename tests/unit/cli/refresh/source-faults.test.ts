import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { collect } from '../../../../cli/refresh/collect.ts';
import type { Source } from '../../../../cli/refresh/source.ts';
import { dockerHub } from '../../../../cli/refresh/sources/docker-hub.ts';
import { endoflife } from '../../../../cli/refresh/sources/endoflife.ts';
import { huggingface } from '../../../../cli/refresh/sources/huggingface.ts';
import { openVsx } from '../../../../cli/refresh/sources/open-vsx.ts';
import { osv } from '../../../../cli/refresh/sources/osv.ts';
import { pypi } from '../../../../cli/refresh/sources/pypi.ts';
import { vsCodeMarketplace } from '../../../../cli/refresh/sources/vscode-marketplace.ts';
import { endoflifeUpstream, product } from '../../../../harness/upstreams/endoflife.ts';
import {
  marketplaceExtension,
  marketplaceUpstream,
  openVsxExtension,
  pathUpstream,
  tags,
} from '../../../../harness/upstreams/extensions.ts';
import { huggingfaceUpstream, model } from '../../../../harness/upstreams/huggingface.ts';
import { osvUpstream, record } from '../../../../harness/upstreams/osv.ts';
import { pypiUpstream } from '../../../../harness/upstreams/pypi.ts';
import { faults, type Upstream } from '../../../../harness/upstreams/upstream.ts';
import { tool } from '../../../builders/tool.ts';

const project = { name: 'bread', version: '1.2.0', released: '2026-11-01', files: [], serial: 1 };
const other = { ...record, id: 'PYSEC-2026-7' };
const kinds: [source: Source, of: Partial<Tool>, server: () => Promise<Upstream>][] = [
  [pypi, { pages: ['pkg:pypi/bread'] }, () => pypiUpstream({ bread: project })],
  [
    huggingface,
    { pages: ['pkg:huggingface/acme/bread-7b'] },
    () => huggingfaceUpstream({ [model.id]: model }),
  ],
  [
    osv,
    { pages: ['pkg:pypi/bread'] },
    () =>
      osvUpstream({ 'pkg:pypi/bread': [record.id, other.id] }, { [record.id]: record, [other.id]: other }),
  ],
  [endoflife, { kind: 'service' }, () => endoflifeUpstream({ bread: product })],
  [
    dockerHub,
    { pages: ['pkg:docker/acme/bread'] },
    () => pathUpstream({ '/v2/namespaces/acme/repositories/bread/tags?page_size=100': tags }),
  ],
  [
    vsCodeMarketplace,
    { pages: ['pkg:vscode-extension/acme/bread'] },
    () => marketplaceUpstream({ 'acme.bread': marketplaceExtension }),
  ],
  [
    openVsx,
    { pages: ['open-vsx.org/extension/acme/bread'] },
    () => pathUpstream({ '/api/acme/bread': openVsxExtension }),
  ],
];

describe.each(kinds.map(([source, ...rest]) => [source.title, source, ...rest] as const))(
  '%s',
  (_, source, of, server) => {
    let upstream: Upstream | undefined;
    afterEach(async () => {
      vi.unstubAllEnvs();
      await upstream?.close();
    });

    async function asked(pending: Upstream['faults'], limits: Partial<Source['limits']> = {}) {
      upstream = await server();
      upstream.faults.push(...pending);
      vi.stubEnv(`HULLMARK_UPSTREAM_${source.name.toUpperCase().replaceAll('-', '_')}`, upstream.url);
      const { collected } = await collect(
        [tool('bread', '', of)],
        [{ ...source, limits: { ...source.limits, ...limits } }],
        {
          today: '2026-11-30',
          state: { asked: {}, written: [] },
          signal: new AbortController().signal,
        },
      );
      return collected.sources[0]!;
    }

    it('is asked as its documentation says, and what it answers is of the shape that is known', async () => {
      const { answers, failures } = await asked([]);
      expect({ answers: answers.length, failures }).toEqual({ answers: 1, failures: [] });
      expect(() => source.propose(tool('bread', '', of), answers[0]!, '2026-11-30')).not.toThrow();
      expect(answers[0]!.answer).not.toBeNull();
    });

    it.each(['limited', 'limitedUntil', 'badGateway', 'truncated'] as const)(
      'is asked again after a fault: %s',
      async (fault) => {
        const { answers, failures } = await asked([faults[fault]]);
        expect({ answers: answers.length, failures }).toEqual({ answers: 1, failures: [] });
      },
    );

    it('fails in words where it is slow every time, or answers with no JSON', async () => {
      const slow = await asked([faults.slow, faults.slow, faults.slow], { timeoutMs: 150 });
      expect(slow.failures[0]?.failure ?? slow.stopped).toBe('did not answer within 0.15 s');
      await upstream?.close();
      const text = await asked([faults.noJson]);
      expect(text.failures[0]?.failure ?? text.stopped).toMatch(/not JSON|JSON/);
    });
  },
);
