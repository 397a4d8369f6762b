import { dateLabel } from './dates.ts';
import type { FactView } from './fact-views.ts';
import type { Tool } from './tool-schema.ts';

type Subject = {
  tool: Pick<Tool, 'id' | 'name'>;
  fact: Pick<FactView, 'key' | 'label' | 'text' | 'checked'>;
};

/**
 * The address of the correction form, filled in with tool and fact; `issues` is the tracker's address.
 * It is made of catalog data alone, so that nothing of the page at hand can slip into it. The fields are those of
 * `.github/ISSUE_TEMPLATE/correction.yml`, filled by their ids (GitHub docs, "Syntax for issue forms").
 */
export function correctionForm(issues: string, { tool, fact }: Subject): string {
  return form(issues, {
    template: 'correction.yml',
    title: `${tool.name}: ${fact.label}`,
    tool: tool.id,
    fact: fact.key,
    shown: shown(fact),
  });
}

/** The same as text, for those who have no tracker at hand. */
export function correctionText({ tool, fact }: Subject): string {
  return [
    `Correction for ${tool.name} (${tool.id})`,
    `Fact: ${fact.label} (${fact.key})`,
    `Shown: ${shown(fact)}`,
    'Correct value: ',
    'Source: ',
  ].join('\n');
}

/** A page that was mistaken for a tool's. */
export type PageCorrection = { tool: Pick<Tool, 'id' | 'name'>; page: string };

/** The address of the correction form for a page mistaken for a tool's, filled in with the tool and the catalog's page id. */
export function pageCorrectionForm(issues: string, { tool, page }: PageCorrection): string {
  // The catalog's own page id and nothing else of the page, since path and title may hold what is nobody's to publish.
  return form(issues, {
    template: 'correction.yml',
    title: `${tool.name}: wrong page`,
    tool: tool.id,
    fact: 'page',
    page,
  });
}

/** The same as text. */
export function pageCorrectionText({ tool, page }: PageCorrection): string {
  return [
    `Correction for ${tool.name} (${tool.id})`,
    `Page mistaken for it: ${page}`,
    'Correct tool: ',
    'Source: ',
  ].join('\n');
}

/** The address of the form that asks for a tool; empty, since which page somebody is on is theirs to say. */
export function newToolForm(issues: string): string {
  return form(issues, { template: 'new-tool.yml' });
}

function form(issues: string, fields: Record<string, string>): string {
  return `${issues.replace(/\/$/, '')}/new?${new URLSearchParams(fields)}`;
}

function shown({ text, checked }: Subject['fact']): string {
  return `${text} (checked ${dateLabel(checked)})`;
}
