import { expect, it } from 'vitest';
import { toolLinks } from '../../../sites/tool-links.ts';

const pages = ['pkg:github/heron-labs/heron', 'pkg:pypi/heron', 'heron.example', 'docs.heron.example'];
const labels = (tool: Parameters<typeof toolLinks>[0]) => toolLinks(tool).map(({ label }) => label);

it.each<[string, Parameters<typeof toolLinks>[0], string[]]>([
  ['by its pages', { pages }, ['GitHub', 'PyPI', 'Website', 'Docs']],
  [
    'by what its entry names first, and each address once',
    { pages, links: { site: 'https://heron.example', repository: 'https://github.com/Heron-Labs/Heron/' } },
    ['Website', 'Code', 'PyPI', 'Docs'],
  ],
  [
    'by a page of its own before the others',
    { pages, page: pages[1]! },
    ['PyPI', 'GitHub', 'Website', 'Docs'],
  ],
  [
    'four at most',
    { pages, links: { docs: 'https://docs.heron.example', pricing: 'https://heron.example/pricing' } },
    ['Docs', 'Pricing', 'GitHub', 'PyPI'],
  ],
])('a tool is reached %s', (_, tool, expected) => expect(labels(tool)).toEqual(expected));
