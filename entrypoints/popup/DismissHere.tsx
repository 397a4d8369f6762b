import { feedLabel } from '../../browser/feed-client/feed-label.ts';
import { DismissBadge } from '../../components/BadgeSwitches.tsx';
import product from '../../product.json' with { type: 'json' };
import { looksPrivate } from '../../sites/address.ts';
import type { ToolShown } from './state.ts';
import { dismissal, facts, dismissHere, restoreHere } from './this-page.ts';

/** “Wrong page?” about the page in the tab, which the catalog knows as `here`. */
export function DismissHere({ shown, here }: { shown: ToolShown; here: string }) {
  const { page, tool, layer } = shown;
  const { isDismissed, wasDismissed } = dismissal.value;
  const isPrivate = page.isPrivate || looksPrivate(page.url ?? '') || facts.value?.isPrivate;
  // What a private feed says of its pages goes to its publisher, and not to a tracker that all can read.
  const issues = feedLabel(layer) ? '' : product.issues;
  return (
    <DismissBadge
      isDismissed={isDismissed}
      wasDismissed={wasDismissed}
      untilReload={page.isPrivate && !wasDismissed}
      correction={isPrivate ? 'private' : facts.value && { tool, page: here, issues }}
      onHide={() => void dismissHere(page)}
      onShow={() => void restoreHere(page)}
    />
  );
}
