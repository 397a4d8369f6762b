import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { savedPage } from '../../../harness/saved-page.ts';
import { pageIds, siteOf } from '../../../sites/index.ts';
import { namesItself } from '../../../sites/names-itself.ts';
import { corpus, valuesOf } from '../../pages/corpus.ts';

function namesOwn(url: string, html: string): boolean {
  const page = new new Window({ url }).DOMParser().parseFromString(html, 'text/html');
  return namesItself(page as unknown as Document, pageIds(url)[0]!, pageIds);
}

describe('a page of a site with many projects', () => {
  const own = corpus.filter(({ url, place }) => siteOf(url)?.access === 'required' && place.wide !== 'none');
  it.each(own.map((each) => [`${each.file} at ${each.url}`, each] as const))('%s names itself', (_, each) => {
    expect(namesOwn(each.url, savedPage(each.file, valuesOf(each)))).toBe(true);
  });

  const repository = 'https://github.com/ollama/ollama';
  it.each([
    ['a title with the owner and the name', repository, '<title>Releases · Ollama/ollama · GitHub</title>'],
    ['a link to itself', repository, '<title>x</title><a href="/ollama/ollama/issues">Issues</a>'],
    [
      'an address of itself',
      repository,
      '<title>x</title><link rel="canonical" href="https://github.com/ollama/ollama">',
    ],
    ['the title of a package', 'https://pypi.org/project/Flash_Attn/', '<title>flash-attn · PyPI</title>'],
  ])('names itself by %s', (_, url, html) => expect(namesOwn(url, html)).toBe(true));

  it.each([
    [
      'of GitHub that asks for single sign-on',
      repository,
      '<title>Sign in to Ollama</title><a href="/orgs/ollama/sso?return_to=%2Follama%2Follama">Continue</a>',
    ],
    [
      'of GitHub that asks to sign in',
      repository,
      '<title>Sign in to GitHub · GitHub</title><a href="#start-of-content">Skip to content</a><form action="/session"><input type="password"></form><a href="/join?return_to=https://github.com/ollama/ollama">Sign up</a>',
    ],
    [
      'of GitHub that is not there',
      repository,
      '<title>Page not found · GitHub</title><a href="/login?return_to=https%3A%2F%2Fgithub.com%2Follama%2Follama">Sign in</a><a href="?tab=x">x</a><a href="">y</a>',
    ],
    [
      'of GitHub about another repository',
      repository,
      '<title>x</title><a href="/ollama/ollama-python">x</a>',
    ],
    [
      'that tests whether it is a browser',
      'https://pypi.org/project/axolotl/',
      '<title>Client Challenge</title>',
    ],
    ['without anything', repository, ''],
  ])('does not name itself on a page %s', (_, url, html) => expect(namesOwn(url, html)).toBe(false));
});
