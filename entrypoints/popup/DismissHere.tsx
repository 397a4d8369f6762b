import { DismissBadge } from '../../components/BadgeSwitches.tsx';
import product from '../../product.json' with { type: 'json' };
import { looksPrivate } from '../../sites/address.ts';
import { dismissal, setDismissed } from './state.ts';
import { facts, type ToolState } from './view.ts';

/** The switch that hides the badge on the page in the tab; `here` is its page id in the catalog. */
export function DismissHere({ state, here }: { state: ToolState; here: string }) {
  const { page, tool } = state;
  const { isDismissed, wasDismissed } = dismissal.value;
  const isPrivate = page.isPrivate || looksPrivate(page.url ?? '') || facts.value?.isPrivate;
  return (
    <DismissBadge
      isDismissed={isDismissed}
      wasDismissed={wasDismissed}
      untilReload={page.isPrivate && !wasDismissed}
      correction={isPrivate ? 'private' : facts.value && { tool, page: here, issues: product.issues }}
      onHide={() => void setDismissed(page, true)}
      onShow={() => void setDismissed(page, false)}
    />
  );
}
