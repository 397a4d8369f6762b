import { expect, it } from 'vitest';
import { withoutUnread } from '../../../cli/bare-sites.ts';

const site = `const s = { name: "X", host: "x.y", group: "code", access: "required",
  pageTypes: [{ prefix: "pkg:x/", kind: "model", pathOf: (name) => \`p/\${name}\` }, { prefix: "x.y/", kind: "site" }],
  identify() { return []; },
  anchors: [{ selector: "h1[data-seen]", put: "float", seen: "2025-10" }] };`;

it('leaves out of a site what its script never reads, and nothing else', () => {
  expect(withoutUnread(site).replace(/\s+/g, ' ')).toBe(
    'const s = { host: "x.y", access: "required", identify() { return []; }, anchors: [{ selector: "h1[data-seen]", put: "float" }] };',
  );
});

it('notices where they are written in another way', () => {
  expect(() => withoutUnread('const s = { group: "code", };')).toThrow(/^The script has no /);
});
