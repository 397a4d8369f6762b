const radius = 16;
const round = 2 * Math.PI * radius;

/** The circles of the panel's ring as SVG attributes: one arc a vote, in the panel's order; dotted when nobody voted. */
export function ringArcs(votes: string): Record<string, string>[] {
  const circle = { cx: '20', cy: '20', r: String(radius) };
  if (votes === '') return [{ class: 'none', ...circle }];
  const gap = votes.length > 1 ? round * 0.035 : 0;
  const arc = round / votes.length - gap;
  return [...votes].map((vote, at) => ({
    class: vote === 's' ? 'ship' : 'skip',
    ...circle,
    'stroke-dasharray': `${arc.toFixed(2)} ${(round - arc).toFixed(2)}`,
    'stroke-dashoffset': (-at * (arc + gap)).toFixed(2),
    transform: 'rotate(-90 20 20)',
  }));
}
