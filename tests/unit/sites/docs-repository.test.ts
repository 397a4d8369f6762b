// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { docsRepository, mayNameRepository } from '../../../sites/docs-repository.ts';
import { pageFacts } from '../../../sites/page-facts.ts';

const oven = 'pkg:github/someone/oven';
const pagesOfOven = 'https://someone.github.io/oven/guide/';
const read = (url: string, html: string) =>
  docsRepository(new DOMParser().parseFromString(html, 'text/html'), url);
const material = (to: string) =>
  `<div class="md-header__source"><a class="md-source" href="${to}">x</a></div>`;
const repository = 'https://github.com/Someone/Oven';

describe('a page of documentation names the repository that it is built from', () => {
  it.each([
    ['MkDocs Material, in its header', material(repository)],
    [
      'MkDocs Material, to edit it',
      `<a class="md-content__button" href="${repository}/edit/main/a.md">x</a>`,
    ],
    ['Sphinx', `<li class="wy-breadcrumbs-aside"><a href="${repository}/blob/main/a.rst">x</a></li>`],
    ['Docusaurus', `<a class="theme-edit-this-page" href="${repository}/tree/main/docs/a.md">x</a>`],
    ['Quarto', `<header><a class="quarto-navigation-tool" href="${repository}.git">x</a></header>`],
    [
      'any header',
      `<nav><a href="/">Home</a><a href="https://github.com/else/where">x</a><a href="${repository}/">x</a></nav>`,
    ],
  ])('%s', (_, html) => {
    expect(read(pagesOfOven, html)).toBe(oven);
    expect(read('https://oven.readthedocs.io/en/latest/', html)).toBe(oven);
  });

  it('which the popup hears as a fact', () => {
    const page = new DOMParser().parseFromString(material(repository), 'text/html');
    expect(pageFacts(page, pagesOfOven)).toEqual({ repository: oven });
    expect(pageFacts(page, 'https://oven.example/')).toEqual({});
  });
});

describe('nothing is named', () => {
  it.each([
    ['by the address alone', pagesOfOven, '<h1>oven</h1>'],
    ['by a link in the text', pagesOfOven, `<main><p><a href="${repository}">oven</a></p></main>`],
    ['by a link to another page of the repository', pagesOfOven, material(`${repository}/issues`)],
    ['on a copy under another owner', 'https://other.github.io/oven/', material(repository)],
    ['in a folder of another name', 'https://someone.github.io/blog/', material(repository)],
    ['on the owner’s own site', 'https://someone.github.io/', material(repository)],
    ['under another name on Read the Docs', 'https://kettle.readthedocs.io/', material(repository)],
    ['on a subproject there', 'https://oven.readthedocs.io/projects/kettle/', material(repository)],
    ['on a host that only looks like it', 'https://someone.github.io.example/oven/', material(repository)],
    ['on any other host', 'https://oven.example/oven/', material(repository)],
    ['by a link to a look-alike', pagesOfOven, material('https://github.com.example/someone/oven')],
    ['without an address', '', material(repository)],
  ])('%s', (_, url, html) => expect(read(url, html)).toBeUndefined());
});

it('a name on Read the Docs has hyphens where the repository has dots or underscores', () => {
  const html = material('https://github.com/someone/big_oven.py');
  expect(read('https://big-oven-py.readthedocs.io/', html)).toBe('pkg:github/someone/big_oven.py');
});

it('an address alone says which repositories its page may name', () => {
  expect(mayNameRepository(pagesOfOven, oven)).toBe(true);
  expect(mayNameRepository(pagesOfOven, 'pkg:github/other/oven')).toBe(false);
  expect(mayNameRepository('https://oven.readthedocs.io/', 'pkg:pypi/oven')).toBe(false);
  expect(mayNameRepository('https://oven.example/', oven)).toBe(false);
});
