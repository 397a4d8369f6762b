import { describe, expect, it } from 'vitest';
import { authoredTool } from '../../../../catalog/tool-schema.ts';
import { publishedBuckets, publishedIn } from '../../../../cli/feed/published.ts';
import { syntheticTool } from '../../../../cli/synthetic-tools.ts';
import { reference } from '../../../builders/tool.ts';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { at } = feedFolder();

describe('a tool of a feed', () => {
  it('is found by three small files', () => {
    const buckets = publishedBuckets(at('feed'), publishedIn(at('feed')));
    expect(buckets.tool('pan')?.name).toBe('Pan');
    expect(buckets.tool('wok')).toBeUndefined();
  });
  it('is valid when it is synthetic, in every edition, and the editions differ', () => {
    const jobs = Object.keys(reference.jobs);
    for (const edition of [0, 1, 2]) {
      for (let number = 0; number < 20; number += 1)
        expect(authoredTool.safeParse(syntheticTool(number, jobs, edition)).success).toBe(true);
    }
    const [first, second] = [syntheticTool(3, jobs), syntheticTool(3, jobs, 1)];
    expect(first).toEqual(syntheticTool(3, jobs));
    expect(second.id).toBe(first.id);
    expect(second.facts.entryPrice.value).not.toBe(first.facts.entryPrice.value);
    expect(second.review!.votes[0]!.vote).not.toBe(first.review!.votes[0]!.vote);
  });
});
