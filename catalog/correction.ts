import { dateLabel } from './dates.ts';
import type { FactView } from './fact-views.ts';
import { isolated, nameWithSource, type Named, type Whose } from './whose.ts';

type Subject = {
  tool: Named & { id: string };
  fact: Pick<FactView, 'key' | 'label' | 'text' | 'asOf'>;
};

/**
 * The address of the correction form, filled in with tool and fact; `issues` is the address of the issue tracker.
 * Only catalog data goes into it, so that nothing of the current page can leak. The parameters are the field ids of
 * `.github/ISSUE_TEMPLATE/correction.yml`
 * (docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms).
 */
export function correctionForm(issues: string, { tool, fact }: Subject): string {
  return form(issues, {
    template: 'correction.yml',
    title: `${tool.name}: ${fact.label}`,
    tool: tool.id,
    fact: fact.key,
    shown: shownValue(fact),
  });
}

/** The same as text, for a build without an issue tracker. */
export function correctionText({ tool, fact }: Subject): string {
  return [
    heading(tool),
    `Fact: ${fact.label} (${fact.key})`,
    `Shown: ${shownValue(fact)}`,
    'Correct value: ',
    'Source: ',
  ].join('\n');
}

/** The address of the form for an error of any kind, filled in with the tool, if it is about one. */
export function errorForm(issues: string, tool?: Subject['tool']): string {
  return form(issues, tool ? { template: 'correction.yml', title: `${tool.name}: `, tool: tool.id } : {});
}

/** The same as text; `version` is the extension’s. */
export function errorText(version: string, tool?: Subject['tool']): string {
  if (tool) return [heading(tool), 'What is wrong: ', 'Correct value: ', 'Source: '].join('\n');
  return [`Problem with version ${version}`, 'What happened: ', 'What should happen: '].join('\n');
}

/** A page that was mistaken for a tool's. */
export type PageCorrection = { tool: Named & { id: string }; page: string };

/** The address of the correction form for a page mistaken for a tool's, filled in with the tool and the catalog's page id. */
export function pageCorrectionForm(issues: string, { tool, page }: PageCorrection): string {
  // Only the catalog's page id, since path and title of a page may hold private data.
  return form(issues, {
    template: 'correction.yml',
    title: `${tool.name}: mistaken page`,
    tool: tool.id,
    fact: 'page',
    page,
  });
}

/** The same as text, for a build without an issue tracker. */
export function pageCorrectionText({ tool, page }: PageCorrection): string {
  return [heading(tool), `Page mistaken for it: ${page}`, 'Correct tool: ', 'Source: '].join('\n');
}

/** The address of the form that requests a tool; empty, since the current page may be private. */
export function newToolForm(issues: string): string {
  return form(issues, { template: 'new-tool.yml' });
}

/** A request for a review as text; `page` is its page where anybody may see that. */
export function newToolText(page = ''): string {
  return [
    'Request for a review',
    `Page: ${page}`,
    'What it is for: ',
    'You are (a user of it, one of its makers, neither): ',
  ].join('\n');
}

/** Where a report goes that no form takes, in a sentence: to the publisher of a feed's entry, else to whom the extension came from. */
export function whereToSend({ from }: Whose): string {
  return from
    ? `Send it to the people behind the feed “${isolated(from)}”.`
    : 'This copy has no address for reports. Send it to the people you got it from.';
}

function heading(tool: Subject['tool']): string {
  return `Correction for ${nameWithSource(tool)} (${tool.id})`;
}

function form(issues: string, fields: Record<string, string>): string {
  return `${issues.replace(/\/$/, '')}/new?${new URLSearchParams(fields)}`;
}

function shownValue({ text, asOf }: Subject['fact']): string {
  return `${text} (as of ${dateLabel(asOf)})`;
}
