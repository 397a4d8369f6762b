import type { Subscription } from '../../browser/feed-client/subscriptions.ts';

type Subscriptions = typeof import('../../browser/feed-client/subscriptions.ts');

/** Changes one feed of the list; `subscriptions` is the module as the test has loaded it. */
export const subscriptionChanger =
  ({ changeSubscriptions, withoutUndefined }: Subscriptions) =>
  (feed: string, part: Partial<Subscription>) =>
    changeSubscriptions((before) =>
      before.map((each) => (each.feed === feed ? withoutUndefined({ ...each, ...part }) : each)),
    );
