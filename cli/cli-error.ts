/** Ends a command with one sentence and an exit code, without a stack; 2 is for bad input. */
export class CliError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
