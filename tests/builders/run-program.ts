import { vi } from 'vitest';
import type { Terminal } from '../../cli/prompt.ts';
import { runProgram, type Command } from '../../cli/run-command.ts';

/** What a command line printed, and its exit code; no process is started. */
export async function run(program: Command, args: readonly string[], terminal?: Terminal) {
  const printed = { stdout: '', stderr: '' };
  const into = (stream: 'stdout' | 'stderr', end: string) => (text: unknown) => {
    printed[stream] += `${String(text)}${end}`;
    return true;
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(into('stdout', '\n')),
    vi.spyOn(console, 'error').mockImplementation(into('stderr', '\n')),
    vi.spyOn(process.stdout, 'write').mockImplementation(into('stdout', '')),
  ];
  try {
    return { status: await runProgram(program, args, terminal), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
