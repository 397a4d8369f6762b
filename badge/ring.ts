/**
 * "sssk" → the CSS of the panel's ring: which arcs are ship votes, which skip. Gradients, since an SVG or styles set by script
 * would cost a page more than the rest of the badge.
 */
export function ringStyle(votes: string): string {
  const share = 100 / votes.length;
  const gap = votes.length > 1 ? 1.75 : 0;
  const arcs = (vote: string) => {
    const stops = [...votes].flatMap((each, index) => {
      const [start, end] = [index * share + gap, (index + 1) * share - gap];
      return each === vote ? [`#0000 ${start}%`, `currentColor ${start}% ${end}%`, `#0000 ${end}%`] : [];
    });
    return stops.length ? `conic-gradient(${stops.join()})` : 'none';
  };
  return `.ring::before{background:${arcs('s')}}.ring::after{background:${arcs('k')}}`;
}
