import browser from 'webextension-polyfill';
import { positionNames } from '../../browser/user-data/position-names.ts';
import type { BadgePosition } from '../../browser/user-data/settings.ts';
import { errorForm } from '../../catalog/correction.ts';
import { MenuButton, type MenuItem } from '../../components/MenuButton.tsx';
import { TextDialog } from '../../components/TextDialog.tsx';
import product from '../../product.json' with { type: 'json' };
import { canShowBadge } from '../../sites/index.ts';
import {
  choosePosition,
  dismissal,
  position,
  readPosition,
  setDismissed,
  siteBadges,
  turnOffSite,
  turnOnSite,
} from './badge-state.ts';
import { report, writeReport } from './report.ts';
import type { SearchState, ToolState } from './view.ts';

type State = SearchState | ToolState;

/** The popup's menu: where badges show, here and everywhere, and the way to a report and to Settings. */
export function Menu({ state }: { state: State }) {
  const groups = [
    { items: [...thisPage(state), ...thisSite(state)] },
    { name: 'Badge position', items: positions() },
    { items: [reporting(state), settings] },
  ];
  return (
    <>
      <MenuButton
        label="More"
        onOpen={() => void readPosition()}
        groups={groups.filter(({ items }) => items.length > 0)}
      />
      {report.value && <TextDialog {...report.value} onClose={() => (report.value = undefined)} />}
    </>
  );
}

const settings: MenuItem = { label: 'Settings', onSelect: () => void browser.runtime.openOptionsPage() };

function thisPage(state: State): MenuItem[] {
  if (state.kind !== 'tool' || !state.here || !canShowBadge(state.page.url ?? '')) return [];
  const { isDismissed } = dismissal.value;
  const label = isDismissed ? 'Show badge on this page' : 'Hide badge on this page';
  return [{ label, onSelect: () => void setDismissed(state.page, !isDismissed) }];
}

function thisSite({ page }: State): MenuItem[] {
  const { areOn } = siteBadges.value;
  if (areOn === undefined) return [];
  return areOn
    ? [{ label: `Turn off badges on ${page.host!}`, onSelect: () => void turnOffSite(page) }]
    : [{ label: `Turn on badges on ${page.host!}`, onSelect: () => void turnOnSite(page) }];
}

function positions(): MenuItem[] {
  return (Object.entries(positionNames) as [BadgePosition, string][]).map(([key, label]) => ({
    label,
    isChecked: key === position.value,
    onSelect: () => void choosePosition(key),
  }));
}

/** A report is about the tool that is shown, else about the extension; of the page it holds nothing. */
function reporting(state: State): MenuItem {
  const tool = state.kind === 'tool' ? state.tool : undefined;
  const label = tool ? 'Report an error' : 'Report a problem';
  // A feed’s entry is its publisher’s, and our tracker is public.
  if (product.issues && !tool?.from) return { label, href: errorForm(product.issues, tool) };
  return { label, onSelect: () => writeReport(tool) };
}
