import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CliError } from '../../../cli/cli-error.ts';
import { sentenceOf } from '../../../cli/error-sentence.ts';
import { run } from '../../builders/run-program.ts';

const failing = (work: () => unknown) => ({ meta: { name: 'x' }, run: work });
const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const system = (code: string) =>
  Object.assign(new Error(`${code}: x, open '/a'`), { code, syscall: 'open', path: '/a' });

describe('whatever is thrown becomes a sentence without a trace', () => {
  it.each<[unknown, string]>([
    [system('ENOENT'), '/a does not exist'],
    [system('EACCES'), '/a may not be read or written by this user'],
    [system('ENOSPC'), '/a cannot be written: the disk is full'],
    [system('EROFS'), '/a lies on a disk that is read-only'],
    [system('EWHATEVER'), "EWHATEVER: x, open '/a'"],
    [thrown(() => readFileSync('/')), 'Standard input or output is a folder, not a file'],
    [
      Object.assign(new Error('x'), { code: 'EADDRINUSE', syscall: 'listen', port: 80 }),
      'Port 80 is in use by another program',
    ],
    [thrown(() => JSON.parse('{"a":\n\n')), 'Unexpected end of JSON input'],
    [new TypeError('a is not a function'), 'a is not a function'],
    [new RangeError(''), 'RangeError'],
    ['a word', 'It failed and said only: a word'],
    [undefined, 'It failed and said only: undefined'],
    [null, 'It failed and said only: null'],
    [42n, 'It failed and said only: [object BigInt]'],
    [{ a: [1] }, 'It failed and said only: {"a":[1]}'],
    [Symbol('x'), 'It failed and said only: Symbol(x)'],
    [Object.create(null), 'It failed and said only: {}'],
    [new CliError('one\ntwo\u001b[31m red\u0007'), 'one\ntwo red '],
    [new Error('one\r\ntwo\u2028three'), 'one two three'],
  ])('%s', async (error, sentence) => {
    expect(sentenceOf(error).startsWith(sentence)).toBe(true);
    // citty takes a falsy value that is thrown for success (0.2.2).
    if (!error) return;
    const { status, stdout, stderr } = await run(
      failing(() => {
        throw error as Error;
      }),
      [],
    );
    expect([status, stdout, stderr]).toEqual([1, '', `${sentenceOf(error)}\n`]);
  });
  it('and stays short, however long the message', () =>
    expect(sentenceOf(new Error('x'.repeat(1e6))).length).toBeLessThan(600));
});
