import { EnableBadge, HiddenBadge, NoBadgeHere, SiteChange } from '../../components/BadgeSwitches.tsx';
import product from '../../product.json' with { type: 'json' };
import { looksPrivate } from '../../sites/address.ts';
import { canShowBadge } from '../../sites/index.ts';
import { dismissal, setDismissed, siteBadges, turnOffSite, turnOnSite } from './badge-state.ts';
import { facts, type SearchState, type ToolState } from './view.ts';

/** What was done to the badge of the page or its site, with undo; first of all, since it explains what the page shows. */
export function BadgeNotices({ state }: { state: SearchState | ToolState }) {
  const { page } = state;
  return (
    <>
      <SiteChange
        host={page.host ?? ''}
        areOn={siteBadges.value.areOn}
        isChanged={siteBadges.value.isChanged}
        onOff={() => void turnOffSite(page)}
        onOn={() => void turnOnSite(page)}
      />
      {state.kind === 'tool' && state.here && canShowBadge(page.url ?? '') && (
        <HiddenHere state={state} here={state.here} />
      )}
    </>
  );
}

/** `here` is the page id that the catalog has the page under. */
function HiddenHere({ state: { page, tool }, here }: { state: ToolState; here: string }) {
  const isPrivate = page.isPrivate || looksPrivate(page.url ?? '') || facts.value?.isPrivate;
  return (
    <HiddenBadge
      {...dismissal.value}
      untilReload={page.isPrivate && !dismissal.value.wasDismissed}
      correction={isPrivate ? 'private' : facts.value && { tool, page: here, issues: product.issues }}
      onHide={() => void setDismissed(page, true)}
      onShow={() => void setDismissed(page, false)}
    />
  );
}

/** Why the page shows no badge, where that was so before the popup opened; `here` as in the state of a tool. */
export function NoBadge({ state: { page, here } }: { state: ToolState }) {
  const { areOn, isChanged } = siteBadges.value;
  if (here && !canShowBadge(page.url ?? '')) return <NoBadgeHere host={page.host!} />;
  if (areOn !== false || isChanged) return null;
  return <EnableBadge host={page.host!} onAllow={() => void turnOnSite(page)} />;
}
