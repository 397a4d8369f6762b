import { labelOf } from '../../browser/feeds/label.ts';
import { WrongPage } from '../../components/WrongPage.tsx';
import product from '../../product.json' with { type: 'json' };
import { looksPrivate } from '../../sites/looks-private.ts';
import type { ToolShown } from './state.ts';
import { away, facts, hide, show } from './this-page.ts';

/** “Wrong page?” about the page in the tab, which the catalog knows as `here`. */
export function WrongHere({ shown, here }: { shown: ToolShown; here: string }) {
  const { page, tool, layer } = shown;
  const { isAway, wasAway } = away.value;
  const isPrivate = page.isPrivate || looksPrivate(page.url ?? '') || facts.value?.isPrivate;
  // What a private feed says of its pages goes to its publisher, and not to a tracker that all can read.
  const issues = labelOf(layer) ? '' : product.issues;
  return (
    <WrongPage
      isAway={isAway}
      wasAway={wasAway}
      isPassing={page.isPrivate && !wasAway}
      correction={isPrivate ? 'private' : facts.value && { tool, page: here, issues }}
      onHide={() => void hide(page)}
      onShow={() => void show(page)}
    />
  );
}
