import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withPlainColours } from '../../../cli/plain-colours.ts';

describe('the style of the badge', () => {
  it.each(['badge/badge.css', 'badge/card.css', 'components/look.css'])(
    '%s has no custom property, no named font and no animation once it is built',
    (file) => {
      const css = withPlainColours(readFileSync(file, 'utf8'));
      expect(css).not.toMatch(/var\(|[{;\s]--[\w-]+\s*:|@keyframes|animation|transition/);
      for (const [, families] of css.matchAll(/font(?:-family)?: ([^;]*);/g))
        expect(families).not.toMatch(/['"]|Segoe|Roboto|apple/i);
    },
  );
  it('of a value that is not there is an error', () =>
    expect(() => withPlainColours('a{color:var(--none)}')).toThrow(
      '--none is not a value of components/look.css',
    ));
});
