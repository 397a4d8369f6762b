import { createInterface } from 'node:readline/promises';
import { CliError } from './cli-error.ts';

/** What was given, and on a terminal the answers to the rest, each question with what is offered; ends with exit code 130 when it is stopped. */
export async function askOnTerminal<Question extends string>(
  program: string,
  questions: readonly Question[],
  given: { [question in Question]?: string },
  offered: (question: Question, answers: { [question in Question]?: string }) => string,
): Promise<{ [question in Question]?: string }> {
  if (!process.stdin.isTTY) return given;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers = { ...given };
  try {
    for (const question of questions) {
      if (answers[question] !== undefined) continue;
      const offer = offered(question, answers);
      const answer = await terminal.question(`${question}${offer ? ` (${offer})` : ''}: `);
      if (answer.trim()) answers[question] = answer.trim();
    }
  } catch {
    // Ctrl-C and Ctrl-D end the questions as an error.
    throw new CliError(`\n${program}: stopped; nothing was written`, 130);
  } finally {
    terminal.close();
  }
  return answers;
}
