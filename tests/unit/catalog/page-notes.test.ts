import { describe, expect, it } from 'vitest';
import { notesOfPage } from '../../../catalog/page-notes.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { tool } from '../../builders/tool.ts';

describe('which pages of a tool with several can tell its version and license', () => {
  const at = (url: string, version?: string) => ({
    sources: { readme: { url, title: 'Source', seen: '2026-11-01', ...(version && { version }) } },
  });
  const both = { ownVersion: true, ownLicense: true };
  it.each<[what: string, pages: string[], more: Partial<Tool>, page: string, notes: object]>([
    ['the only repository', ['pkg:github/a/tool'], {}, 'pkg:github/a/tool', {}],
    [
      'a repository of two, where the source lies',
      ['pkg:github/A/Tool', 'pkg:github/a/sdk'],
      at('https://github.com/a/tool/releases'),
      'pkg:github/a/tool',
      {},
    ],
    [
      'the other of the two',
      ['pkg:github/a/tool', 'pkg:github/a/sdk'],
      at('https://github.com/a/tool/releases'),
      'pkg:github/a/sdk',
      both,
    ],
    [
      'a repository whose name begins alike',
      ['pkg:github/a/tool', 'pkg:github/a/tool-sdk'],
      at('https://github.com/a/tool-sdk'),
      'pkg:github/a/tool',
      both,
    ],
    [
      'two repositories and a source elsewhere',
      ['pkg:github/a/tool', 'pkg:github/a/sdk'],
      {},
      'pkg:github/a/tool',
      both,
    ],
    [
      'the package of the repository’s name',
      ['pkg:github/a/my_tool', 'pkg:pypi/my-tool'],
      {},
      'pkg:pypi/my-tool',
      {},
    ],
    [
      'a package of another name',
      ['pkg:github/a/tool', 'pkg:pypi/tool-client'],
      {},
      'pkg:pypi/tool-client',
      both,
    ],
    [
      'a package whose source it is',
      ['pkg:github/a/tool', 'pkg:pypi/tool-client'],
      at('https://pypi.org/project/tool-client/1.0/'),
      'pkg:pypi/tool-client',
      {},
    ],
    [
      'a package beside two repositories',
      ['pkg:github/a/tool', 'pkg:github/a/tool-python', 'pkg:pypi/tool'],
      {},
      'pkg:pypi/tool',
      both,
    ],
    [
      'a Python package of a tool versioned on npm',
      ['pkg:github/a/tool', 'pkg:pypi/tool'],
      at('https://www.jsdelivr.com/package/npm/tool'),
      'pkg:pypi/tool',
      { ownVersion: true },
    ],
    [
      'a model beside a repository',
      ['pkg:github/a/tool', 'pkg:huggingface/a/tool'],
      {},
      'pkg:huggingface/a/tool',
      { ownLicense: true },
    ],
    ['the only model', ['pkg:huggingface/a/model'], {}, 'pkg:huggingface/a/model', {}],
    [
      'one model of two',
      ['pkg:huggingface/a/one', 'pkg:huggingface/a/two'],
      {},
      'pkg:huggingface/a/one',
      { ownLicense: true },
    ],
    ['a product’s own site', ['tool.example'], {}, 'tool.example', {}],
  ])('%s', (_, pages, more, of, notes) =>
    expect(notesOfPage(tool('x', 's', { pages, ...more }), of)).toEqual(notes),
  );

  it('a repository that tags its parts separately tells no version', () => {
    const tag = { url: 'https://github.com/a/tool/commit/1', seen: '2026-11-01', version: '1.0' };
    const titled = (title: string) =>
      notesOfPage(
        tool('x', 's', { pages: ['pkg:github/a/tool'], sources: { readme: { ...tag, title } } }),
        'pkg:github/a/tool',
      );
    expect(titled('Tag rust-v1.0')).toEqual({ ownVersion: true });
    expect(titled('Tag tool-v1.0')).toEqual({});
    expect(titled('Release 1.0')).toEqual({});
  });

  it('a source on the page that names the version is enough for the version', () => {
    const several = tool('x', 's', {
      pages: ['pkg:github/a/tool', 'pkg:github/a/sdk'],
      sources: {
        readme: { url: 'https://example.com', title: 'Readme', seen: '2026-11-01' },
        tag: { url: 'https://github.com/a/sdk/commit/1', title: 'Tag', seen: '2026-11-01', version: '1.0' },
      },
    });
    expect(notesOfPage(several, 'pkg:github/a/sdk')).toEqual({ ownLicense: true });
  });
});
