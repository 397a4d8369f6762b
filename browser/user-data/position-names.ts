import type { BadgePosition } from './public-settings.ts';

/** The places of the badge, as menu and Settings call them. */
export const positionNames: Record<BadgePosition, string> = {
  beside: 'Next to the name',
  corner: 'Corner of the page',
  toolbar: 'Toolbar only',
};
