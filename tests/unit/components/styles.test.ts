import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const files = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);
const read = (file: string) => readFileSync(file, 'utf8');
const users = files.filter((name) => name.endsWith('.tsx')).map(read);

// A class that the style sheet lacks is silently `undefined`, and one that no component uses is dead.
it.each(files.filter((name) => name.endsWith('.module.css')))('%s has the classes that are used', (file) => {
  const name = file.split('/').at(-1)!;
  expect(existsSync(file.replace('.module.css', '.tsx'))).toBe(true);
  const classes = [
    ...read(file)
      .replace(/\{[^{}]*\}/g, '')
      .matchAll(/\.([a-z]\w*)/gi),
  ].map(([, each]) => each!);
  const used = users
    .filter((text) => text.includes(`/${name}'`))
    .flatMap((text) => [...text.matchAll(/styles(?:\.(\w+)|\[(\w+)\])/g)].map(([, dot, key]) => dot ?? key!));
  // `styles[vote]` picks one of the two votes.
  const names = used.flatMap((each) =>
    each === 'vote' && name.startsWith('VoteAndTake') ? ['vote', 'ship', 'skip'] : [each],
  );
  expect([...new Set(classes)].sort()).toEqual([...new Set(names)].sort());
});
