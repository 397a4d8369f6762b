// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../../sites/site.ts';
import { factsAt } from '../../../builders/page-facts.ts';

describe('a model’s page', () => {
  const page = (props: unknown) => {
    const written = typeof props === 'string' ? props : JSON.stringify(props);
    return `<div data-target="ModelHeader" data-props="${written.replace(/"/g, '&quot;')}"><h1>a/model</h1></div>`;
  };
  it.each<[what: string, props: unknown, facts: PageFacts]>([
    ['open', { model: { id: 'A/Model', gated: false, cardData: { license: 'mit' } } }, { license: 'mit' }],
    ['without a card', { model: { id: 'a/model', gated: 'auto', cardData: null } }, { gated: true }],
    [
      'with two licenses',
      { model: { id: 'a/model', cardData: { license: ['apache-2.0', 'mit'] } } },
      { license: 'apache-2.0, mit' },
    ],
    ['private', { model: { id: 'a/model', private: true } }, { isPrivate: true }],
    ['that names no successor', { model: { id: 'a/model', cardData: { new_version: 'see our site' } } }, {}],
    ['of another model', { model: { id: 'a/other', gated: 'auto' } }, {}],
    ['of nothing', {}, {}],
    ['with broken data', '{"model":', {}],
    ['with data of another shape', '[null]', {}],
  ])('%s', (_, props, facts) =>
    expect(factsAt('https://huggingface.co/a/model', page(props))).toEqual(facts),
  );
});
