import { describe, expect, it } from 'vitest';
import { folded } from '../../../cli/fold-cold-code.ts';

const script = (body: string) => `var result = (function() {\n${body}\n})();`;
// The text is the test's own.
const run = (code: string): unknown => (0, eval)(`${code} result`);

const code = script(`
const log = [];
function shared(x) { log.push(x); return x; }
function onlyCold(x) { return shared(x) + step; }
var step = 2, { dead } = { dead: 1 };
function cold(x) { return helper() + onlyCold(x); }
var helper = () => colder(step);
function colder(x) { return x * factor; }
var factor = 10;
function hot() { return shared(1); }
hot();
return [log.length, cold(4), log];`);

describe('a script with its cold code folded', () => {
  it('does the same', () => {
    expect(run(code)).toEqual([1, 26, [1, 4]]);
    expect(run(folded(code, { cold: ['cold', 'colder'], lazy: [] }))).toEqual([1, 26, [1, 4]]);
  });
  it('has in a cold function what it alone uses, and what that alone uses in there', () => {
    const text = folded(code, { cold: ['cold', 'colder'], lazy: [] }).replace(/\s+/g, ' ');
    const [, inside = ''] = /function cold\(\) \{(.*)return \(function cold/.exec(text) ?? [];
    expect(inside).toContain('var onlyCold = (function onlyCold');
    expect(inside).toContain('var step = 2');
    expect(inside).toContain('function colder() { var factor = 10;');
    expect(inside).not.toContain('function shared');
  });
  it('has all other functions in parentheses, before any value', () =>
    expect(folded(code, { cold: ['cold'], lazy: [] })).toMatch(
      /var shared = \(function[^]*var hot = \(function[^]*const log/,
    ));
  it('keeps outside what two cold functions use', () => {
    const two = script(`
function a() { return both() + 1; }
function b() { return both() + 2; }
function both() { return 10; }
return [a(), b()];`);
    expect(run(folded(two, { cold: ['a', 'b'], lazy: [] }))).toEqual([11, 12]);
    expect(folded(two, { cold: ['a', 'b'], lazy: [] })).toMatch(/\nfunction both/);
  });
  it('leaves a lazy function, and what that alone uses, as they are', () => {
    const text = folded(code, { cold: [], lazy: ['cold'] });
    expect(run(text)).toEqual([1, 26, [1, 4]]);
    expect(text).toMatch(
      /\nfunction cold\(x\)[^]*\nfunction onlyCold|\nfunction onlyCold[^]*\nfunction cold\(x\)/,
    );
    expect(text).toContain('var shared = (function shared');
  });
  it('without one of these functions is an error', () =>
    expect(() => folded(code, { cold: ['cold', 'gone'], lazy: [] })).toThrow(
      'The script has no function gone.',
    ));
  it('that is not one function is an error', () =>
    expect(() => folded('1 + 1', { cold: ['cold'], lazy: [] })).toThrow('The script is not one function.'));
});
