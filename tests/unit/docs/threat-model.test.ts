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
