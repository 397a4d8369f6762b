import type { PageFacts } from '../sites/site.ts';
import type { BadgeRecord } from './badge-record.ts';

export type PageFinding = { kind: 'fork' | 'archived' | 'version' | 'license' | 'gated' | 'superseded' | 'renamed'; text: string };

export function badgeFindings(_record: BadgeRecord, facts: PageFacts): PageFinding[] {
  return facts.archived ? [{ kind: 'archived', text: 'archived' }] : [];
}
