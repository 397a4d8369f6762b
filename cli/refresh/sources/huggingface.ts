import * as z from 'zod/mini';
import { normalizePageId, pageName } from '../../../catalog/page-id.ts';
import { onPage, variantOf } from '../../../catalog/on-page.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { askEach } from '../ask-each.ts';
import { licenseProposal } from '../license-proposal.ts';
import { deleted, question, shown } from '../question.ts';
import type { AskContext, Proposal, ReadFrom, Source } from '../source.ts';

const prefix = 'pkg:huggingface/';

/**
 * Hugging Face: whether the weights are gated, the license on the model's card, and the model that its maker names as the next
 * (https://huggingface.co/docs/hub/api, https://huggingface.co/docs/hub/models-gated and
 * https://huggingface.co/docs/hub/model-cards#specifying-a-new-version). Its downloads are of another kind than the catalog's.
 */
export const huggingface: Source = {
  name: 'huggingface',
  title: 'Hugging Face',
  address: 'https://huggingface.co',
  hosts: ['huggingface.co'],
  wants: ({ pages }) => pages.filter((page) => page.startsWith(prefix)),
  ask: (ids, context) => askEach(ids, context, (id) => askModel(pageName(id), context), 4),
  propose(tool, { id, answer }) {
    if (answer === null) return [deleted(tool, id, 'Hugging Face')];
    const model = answerShape.parse(answer);
    const name = pageName(id);
    if (normalizePageId(model.id) !== normalizePageId(name))
      return [question(tool, ['pages'], 'Renamed pages', `Hugging Face calls ${id} ${shown(model.id)} now`)];
    if (model.private || model.disabled)
      return [question(tool, ['pages'], 'Deleted pages', `${id} is not public any more`)];
    const source = {
      key: 'huggingface',
      url: `https://huggingface.co/api/models/${name}`,
      title: `Hugging Face: ${name}`,
    };
    const { license, license_name, license_link, new_version } = model.cardData ?? {};
    const stated = [license ?? []].flat().join(' AND ');
    const own = stated === 'other' ? (license_name ?? license_link ?? stated) : stated;
    return [
      ...gatedProposal(tool, id, model.gated !== false, source),
      ...(own ? licenseProposal(tool, { page: id, license: own, source }) : []),
      ...(new_version ? nextProposal(tool, id, new_version) : []),
    ];
  },
};

const answerShape = z.object({
  id: z.string(),
  private: z.optional(z.boolean()),
  disabled: z.optional(z.boolean()),
  gated: z.union([z.literal(false), z.enum(['auto', 'manual'])]),
  cardData: z.nullish(
    z.object({
      license: z.nullish(z.union([z.string(), z.array(z.string())])),
      license_name: z.nullish(z.string()),
      license_link: z.nullish(z.string()),
      new_version: z.nullish(z.string().check(z.regex(/^[\w.-]{1,96}\/[\w.-]{1,96}$/, 'is not a model'))),
    }),
  ),
});

/** What the hub says of a model, without its files; null where there is none. */
async function askModel(name: string, { fetch, signal, address }: AskContext): Promise<unknown> {
  const response = await fetch(`${address}/api/models/${name}`, { signal });
  // Without a token it says 401 of a model that does not exist or is hidden (errors of huggingface_hub, seen 2026-11).
  const isMissing = response.headers.get('x-error-code') === 'RepoNotFound';
  if (response.status === 404 || response.status === 410 || (response.status === 401 && isMissing))
    return null;
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const answer: unknown = await response.json();
  const { success, data } = answerShape.safeParse(answer);
  return success ? data : answer;
}

/** Where what holds for a page is kept: its variant's facts, or the tool's own; nothing where other pages are meant as well. */
function factsPath(tool: Tool, page: string): string[] | undefined {
  const variant = variantOf(tool, normalizePageId(page));
  const owner = variant ?? tool;
  if (owner.pages.filter((each) => each.startsWith(prefix)).length > 1) return undefined;
  if (variant) return ['variants', variant.name, 'facts'];
  return tool.kind === 'model' && !onPage(tool, page).variant ? ['facts'] : undefined;
}

function gatedProposal(tool: Tool, page: string, isGated: boolean, source: ReadFrom): Proposal[] {
  const value = isGated ? 'gated' : 'open';
  const path = factsPath(tool, page);
  const says = `${page} is ${value}`;
  if (path)
    return [
      {
        tool: tool.id,
        path: [...path, 'weights'],
        is: { value },
        source,
        kind: 'mechanical',
        list: 'Gates',
        says,
      },
    ];
  const stated = onPage(tool, page).facts.weights?.value;
  if (stated === undefined || stated === 'unknown' || stated === value) return [];
  return [question(tool, ['facts', 'weights'], 'Gates', `${says}, the tool says ${stated}`)];
}

function nextProposal(tool: Tool, page: string, next: string): Proposal[] {
  const path = [...(factsPath(tool, page) ?? ['facts']), 'status'];
  const { successor } = onPage(tool, page).facts.status;
  if (successor && normalizePageId(next).endsWith(normalizePageId(successor))) return [];
  const proposal = question(
    tool,
    path,
    'Newer models',
    `The maker of ${page} names ${next} as the next version`,
  );
  const isOwn = path[0] === 'variants';
  return [isOwn ? { ...proposal, is: { value: 'superseded', successor: next } } : proposal];
}
