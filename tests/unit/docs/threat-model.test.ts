import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the threat model names tests that exist', () => {
  const model = readFileSync('docs/threat-model.md', 'utf8');
  const cited = [...model.matchAll(/`(tests\/[^`]+)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file, titles]) =>
    [...titles!.matchAll(/“([^”]+)”/g)].map(([, title]) => ({ file: file!, title: title! })),
  );
  expect(cited.length).toBeGreaterThan(50);
  const lost = cited.filter(({ file, title }) => !readFileSync(file, 'utf8').includes(`'${title}'`));
  expect(lost).toEqual([]);
});

it('the threat model names every code of a refusal', () => {
  const codes = [...readFileSync('catalog/feed/feed-error.ts', 'utf8').matchAll(/\| '([\w-]+)'/g)];
  expect(codes.length).toBeGreaterThan(10);
  const model = readFileSync('docs/threat-model.md', 'utf8');
  expect(codes.map(([, code]) => code).filter((code) => !model.includes(`\`${code}\``))).toEqual([]);
});
