import { feedLabel, type Claim } from '../../catalog/feed/feed-label.ts';
import data from '../../data/feed.json' with { type: 'json' };
import product from '../../product.json' with { type: 'json' };
import { defaultFeed, type Subscription } from './subscriptions.ts';

/** The label of a feed beside the others that are followed: never one of theirs, the product's name or the bundled catalog's. */
export function labelFor(claim: Claim, all: readonly Subscription[]): string {
  const others = all.filter(({ feed }) => feed !== claim.feed).map(({ name }) => name);
  const own = claim.feed === defaultFeed?.feed ? [] : [product.name, data.name];
  return feedLabel(claim, [...own, ...others]);
}
