import { problemOf } from '../../catalog/first-problem.ts';
import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';
import { statementProblems } from '../catalog/check-statements.ts';
import { sentenceOf } from '../error-sentence.ts';
import type { Collected } from './answers.ts';
import { applied } from './applied.ts';
import { earnedChecks } from './earned-checks.ts';
import { quoted, refusal } from './refusal.ts';
import type { Proposal, Source } from './source.ts';

/** What the answers mean for one tool: what is written and what came of it, what waits for a person, and what is refused in words. */
export type Outcome = {
  before: Tool;
  after: Tool;
  written: Proposal[];
  judgements: Proposal[];
  refused: string[];
};

/** The outcome for each tool. Pure. */
export function outcomes(
  tools: readonly Tool[],
  sources: readonly Source[],
  { sources: told }: Collected,
  today: string,
): Outcome[] {
  const answersOf = new Map(
    told.map(({ name, answers }) => [name, new Map(answers.map(({ id, answer }) => [id, answer]))]),
  );
  return tools.map((before) => {
    const outcome: Outcome = { before, after: before, written: [], judgements: [], refused: [] };
    for (const source of sources) {
      const answers = answersOf.get(source.name);
      if (!answers) continue;
      for (const id of source.wants(before)) {
        if (!answers.has(id)) continue;
        try {
          const all = source.propose(before, { id, answer: answers.get(id) }, today);
          for (const proposal of all) take(proposal, source, outcome, today);
        } catch (error) {
          outcome.refused.push(`${before.id}: ${source.title}, ${quoted(id)}: ${shortSentence(error)}`);
        }
      }
    }
    outcome.after = earnedChecks(outcome.after);
    return outcome;
  });
}

function take(proposal: Proposal, source: Source, outcome: Outcome, today: string): void {
  const problem = refusal(proposal, source, today);
  if (problem) {
    outcome.refused.push(`${proposal.tool}: ${source.title}: ${problem}`);
    return;
  }
  const next = applied(outcome.after, proposal, today);
  if (next === outcome.after && (proposal.is !== undefined || proposal.kind === 'mechanical')) return;
  const { success, error } = authoredTool.safeParse(next);
  if (!success) {
    const problems = error.issues.map((issue) => problemOf(issue));
    outcome.refused.push(`${proposal.tool}: ${source.title}: ${problems[0]}`);
    return;
  }
  if (proposal.kind === 'judgement') {
    outcome.judgements.push(proposal);
    return;
  }
  const before = problemSentences(outcome.after, today);
  const broken = problemSentences(next, today).find((sentence) => !before.includes(sentence));
  if (broken !== undefined) {
    // What somebody wrote beside it would no longer be true, and the check of the catalog would refuse the file.
    const says = `${proposal.says}; then ${broken}`;
    outcome.judgements.push({
      ...proposal,
      kind: 'judgement',
      list: 'Against what is written beside it',
      says,
    });
    return;
  }
  outcome.written.push(proposal);
  outcome.after = next;
}

/** What the check of the catalog says of what a tool's entry states. */
function problemSentences(tool: Tool, today: string): string[] {
  const sentences: string[] = [];
  statementProblems(tool, today, (field, problem) => sentences.push(`${field}: ${problem}`));
  return sentences;
}

// A schema names every field that is not as it should be; one is enough to know.
function shortSentence(error: unknown): string {
  return sentenceOf(error).split('\n')[0]!;
}
