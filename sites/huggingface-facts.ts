import type { PageFacts } from './site.ts';

const maxLength = 1_000_000;

type Model = { id?: unknown; gated?: unknown; private?: unknown; cardData?: Record<string, unknown> | null };

/** What the header of a model's page states about the model in the address (how each fact is recognized: docs/page-facts.md). */
export function huggingfaceFacts(page: Document, [owner, name]: string[]): PageFacts {
  const model = modelIn(
    page.querySelector('[data-target="ModelHeader"][data-props]')?.getAttribute('data-props'),
  );
  if (String(model?.id).toLowerCase() !== `${owner}/${name}`) return {};
  const license = licenseIn(model?.cardData?.license);
  const next = model?.cardData?.new_version;
  return {
    ...(license && { license }),
    ...((model?.gated === 'auto' || model?.gated === 'manual') && { gated: true }),
    ...(isModelId(next) && { supersededBy: `pkg:huggingface/${next}` }),
    ...(model?.private === true && { isPrivate: true }),
  };
}

function modelIn(props: string | null | undefined): Model | undefined {
  if (!props || props.length > maxLength) return undefined;
  try {
    return (JSON.parse(props) as { model?: Model } | null)?.model;
  } catch {
    return undefined;
  }
}

function licenseIn(license: unknown): string | undefined {
  const text = [license].flat().join(', ');
  return /^[a-z\d][a-z\d., -]{1,58}$/.test(text) ? text : undefined;
}

function isModelId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]{1,96}\/[\w.-]{1,96}$/.test(value);
}
